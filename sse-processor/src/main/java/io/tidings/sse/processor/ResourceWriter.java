package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;

/** Writes {@code MarketsResource}: the paths of the stream, as Jakarta REST sees them. */
final class ResourceWriter {
  private final Sources sources;

  ResourceWriter(Sources sources) {
    this.sources = sources;
  }

  TypeSpec write(StreamModel stream) {
    ClassName name = Sources.name(stream, Names::resource);
    ClassName user = ClassName.get(stream.origin());
    TypeSpec.Builder type =
        sources
            .beginMarked(stream, TypeSpec.classBuilder(name))
            .addAnnotation(text(Classes.PATH, "/" + stream.path().path()))
            .addAnnotation(text(Classes.PRODUCES, "text/event-stream"))
            .addAnnotations(copies(stream.annotations()))
            .addModifiers(PUBLIC, FINAL)
            .addSuperinterface(ParameterizedTypeName.get(Classes.SSE_RESOURCE, user))
            .addJavadoc("The resource of {@code $L}.\n", stream.origin().getSimpleName())
            .addJavadoc("$L", Sources.paragraph(stream.documentation()))
            .addMethod(constructor())
            .addMethod(stream(stream))
            .addMethod(publisher(stream, user));
    NameAllocator names = new NameAllocator();
    List.of("stream", "publisher", "topics", "topicsHead").forEach(names::newName);
    type.addMethod(get("topics").build()).addMethod(head("topicsHead").build());
    for (TopicModel topic : stream.topics()) {
      AnnotationSpec path = text(Classes.PATH, topic.template().path());
      List<AnnotationSpec> security = copies(topic.security());
      String method = names.newName(Naming.decapitalised(topic.name()));
      type.addMethod(get(method).addAnnotation(path).addAnnotations(security).build());
      String head = names.newName(method + "Head");
      type.addMethod(head(head).addAnnotation(path).addAnnotations(security).build());
    }
    return type.build();
  }

  private static List<AnnotationSpec> copies(List<AnnotationMirror> annotations) {
    return annotations.stream().map(AnnotationSpec::get).toList();
  }

  private static AnnotationSpec text(ClassName annotation, String value) {
    return AnnotationSpec.builder(annotation).addMember("value", "$S", value).build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(PUBLIC)
        .addJavadoc("Made by the runtime.\n")
        .build();
  }

  private static MethodSpec stream(StreamModel stream) {
    return MethodSpec.methodBuilder("stream")
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(Classes.STREAM_DEFINITION)
        .addStatement("return $T.STREAM", Sources.name(stream, Names::publisher))
        .build();
  }

  private static MethodSpec publisher(StreamModel stream, ClassName user) {
    return MethodSpec.methodBuilder("publisher")
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(user)
        .addParameter(Classes.HUB, "hub")
        .addStatement("return new $T(hub)", Sources.name(stream, Names::publisher))
        .build();
  }

  private static MethodSpec.Builder get(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Classes.GET)
        .addModifiers(PUBLIC)
        .addJavadoc("Opens a subscription.\n\n@param sink where the events go\n")
        .addJavadoc("@param request who asks for what\n")
        .addParameter(context(Classes.EVENT_SINK, "sink"))
        .addParameter(context(Classes.REQUEST_CONTEXT, "request"))
        .addStatement("$T.open(request, sink)", Classes.SSE_EXCHANGE);
  }

  private static MethodSpec.Builder head(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Classes.HEAD)
        .addModifiers(PUBLIC)
        .addJavadoc("Answers with headers only.\n\n@param request who asks for what\n")
        .addJavadoc("@return the same headers, without a subscription\n")
        .returns(Classes.RESPONSE)
        .addParameter(context(Classes.REQUEST_CONTEXT, "request"))
        .addStatement("return $T.head(request)", Classes.SSE_EXCHANGE);
  }

  private static ParameterSpec context(TypeName type, String name) {
    return ParameterSpec.builder(type, name).addAnnotation(Classes.CONTEXT).build();
  }
}
