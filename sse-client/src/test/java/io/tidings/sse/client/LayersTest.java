package io.tidings.sse.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom, and what users see. */
final class LayersTest {

  private static final String PACKAGE = "io.tidings.sse.client";
  private static final String PARSER =
      "(EventStreamParser|EventBlock|DataRun|Fields|LineEnds|Utf8|ByteBuilder|ShortBytes|TextCache|IdValue|ReceivedEvent"
          + "|ParserLimits|StreamLimitException)(\\$.*)?";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(PACKAGE);

  @Test
  void keepsTheParserFreeOfHttpAndThreads() {
    noClasses()
        .that()
        .haveNameMatching("io\\.tidings\\.sse\\.client\\." + PARSER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.util.concurrent..")
        .check(classes);
  }

  @Test
  void keepsTheClientFreeOfTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..cli..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("..json..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(PACKAGE)
        .check(classes);
  }

  @Test
  void keepsEachJsonLibraryInAClassOfItsOwn() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Codec")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..", "tools.jackson..", "jakarta..")
        .check(classes);
  }

  @Test
  void showsTheseTypesAndNoOthers() {
    assertThat(classes)
        .filteredOn(type -> type.getPackageName().equals(PACKAGE))
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(JavaClass::isTopLevelClass)
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "Backoff",
            "ClientDefinition",
            "ClientSettings",
            "EndReason",
            "ErrorStrategy",
            "EventCall",
            "EventReader",
            "EventStream",
            "EventStreamParser",
            "Gap",
            "ParserLimits",
            "PayloadCodec",
            "PayloadType",
            "ReceivedEvent",
            "RetryStrategy",
            "SseClient",
            "StreamException",
            "StreamLimitException",
            "StreamListener",
            "StreamObserver",
            "StreamState",
            "TopicVariables",
            "TypedClient");
  }
}
