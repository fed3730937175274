package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.net.URI;
import javax.lang.model.element.Modifier;

/** Writes {@code MarketsClient}: lets an implementation of the interface hear the stream. */
final class ClientWriter {
  private final Sources sources;

  ClientWriter(Sources sources) {
    this.sources = sources;
  }

  TypeSpec write(StreamModel stream) {
    ClassName name = Sources.name(stream, Names::client);
    ClassName listener = ClassName.get(stream.origin());
    TypeName client = ParameterizedTypeName.get(Classes.TYPED_CLIENT, listener);
    return sources
        .beginMarked(stream, TypeSpec.classBuilder(name))
        .addModifiers(PUBLIC, FINAL)
        .addJavadoc(
            "Hears the events of {@code $L}: each becomes a call of a listener.\n",
            stream.origin().getSimpleName())
        .addJavadoc("$L", Sources.paragraph(stream.documentation()))
        .addField(
            FieldSpec.builder(
                    ParameterizedTypeName.get(Classes.CLIENT_DEFINITION, listener),
                    "STREAM",
                    STATIC,
                    FINAL)
                .initializer("$L", ClientDefinitionWriter.definition(stream))
                .build())
        .addField(client, "client", PRIVATE, FINAL)
        .addMethod(constructor(client))
        .addMethod(fromAddress(name))
        .addMethod(fromSettings(name))
        .addMethod(subscribe(stream, listener))
        .build();
  }

  private static MethodSpec constructor(TypeName client) {
    return MethodSpec.constructorBuilder()
        .addModifiers(PRIVATE)
        .addParameter(client, "client")
        .addStatement("this.client = client")
        .build();
  }

  private static MethodSpec fromAddress(ClassName name) {
    return connect(name, PUBLIC, STATIC)
        .addJavadoc("@param base the base URI of the application; the stream's path is appended\n")
        .addJavadoc("@return the client\n")
        .addParameter(URI.class, "base")
        .addStatement("return connect($T.of(base))", Classes.CLIENT_SETTINGS)
        .build();
  }

  private static MethodSpec fromSettings(ClassName name) {
    return connect(name, PUBLIC, STATIC)
        .addJavadoc("@param settings where the application is, and how to connect to it\n")
        .addJavadoc("@return the client\n")
        .addParameter(Classes.CLIENT_SETTINGS, "settings")
        .addStatement("return new $T($T.of(STREAM, settings))", name, Classes.TYPED_CLIENT)
        .build();
  }

  private static MethodSpec.Builder connect(ClassName name, Modifier... modifiers) {
    return MethodSpec.methodBuilder("connect")
        .addModifiers(modifiers)
        .addJavadoc("A client; it opens no connection before somebody subscribes.\n\n")
        .returns(name);
  }

  private static MethodSpec subscribe(StreamModel stream, ClassName listener) {
    ClassName topic = Sources.name(stream, Names::topic);
    return MethodSpec.methodBuilder("subscribe")
        .addModifiers(PUBLIC)
        .addJavadoc("Calls a listener for every event of these topics, over one connection.\n\n")
        .addJavadoc("@param listener what is called, by one thread at a time\n")
        .addJavadoc("@param topics at least one$L\n", oneExpansion(stream))
        .addJavadoc("@return the running stream\n")
        .varargs()
        .returns(Classes.EVENT_STREAM)
        .addParameter(listener, "listener")
        .addParameter(ArrayTypeName.of(topic), "topics")
        .addStatement(
            "return client.subscribe(listener, topics, $T::streamPath, $T::path)", topic, topic)
        .build();
  }

  private static String oneExpansion(StreamModel stream) {
    return stream.variables().isEmpty() ? "" : ", all of one {@code " + stream.path() + "}";
  }
}
