package io.tidings.sse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the runtime: who may know whom. */
class LayersTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tidings.sse");

  @Test
  void roomsLookDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("event")
        .definedBy("io.tidings.sse.event")
        .layer("wire")
        .definedBy("io.tidings.sse.wire")
        .layer("log")
        .definedBy("io.tidings.sse.log")
        .layer("hub")
        .definedBy("io.tidings.sse.hub")
        .layer("transport")
        .definedBy("io.tidings.sse.transport")
        .layer("ways out")
        .definedBy("io.tidings.sse.transport.*..")
        .layer("metrics")
        .definedBy("io.tidings.sse.metrics")
        .layer("jaxrs")
        .definedBy("io.tidings.sse.jaxrs..")
        .whereLayer("jaxrs")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ways out")
        .mayOnlyBeAccessedByLayers("jaxrs")
        .whereLayer("transport")
        .mayOnlyBeAccessedByLayers("ways out", "jaxrs")
        .whereLayer("hub")
        .mayOnlyBeAccessedByLayers("transport", "metrics", "jaxrs")
        .whereLayer("metrics")
        .mayOnlyBeAccessedByLayers("jaxrs")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("hub")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("log", "hub")
        .check(CLASSES);
  }

  @Test
  void theHubAndBelowKnowNeitherContainersNorTheClockOnTheWall() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.tidings.sse.event",
            "io.tidings.sse.wire",
            "io.tidings.sse.log",
            "io.tidings.sse.hub")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.glassfish..")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void theLogKnowsNeitherInputOutputNorThreadsNorClocks() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tidings.sse.wire", "io.tidings.sse.log")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io", "java.net..", "java.nio.channels..", "java.time..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executor")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  @Test
  void theWaysOutDoNotKnowEachOther() {
    slices()
        .matching("io.tidings.sse.transport.(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void noMethodIsSynchronizedBecauseVirtualThreadsWouldBePinned() {
    noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(CLASSES);
  }

  @Test
  void whatIsPublicInTheHubIsListedHere() {
    Set<String> names =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals("io.tidings.sse.hub"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(names)
        .containsExactlyInAnyOrder(
            "Admission",
            "BackpressurePolicy",
            "CloseReason",
            "Connection",
            "ConnectionClosedException",
            "Courier",
            "DirectRequest",
            "DirectStream",
            "DirectTerms",
            "EventDefinition",
            "EventFilter",
            "GuardDecision",
            "GuardRequest",
            "HeartbeatPolicy",
            "History",
            "HistoryException",
            "Hub",
            "HubBuilder",
            "HubClosedException",
            "HubEnvironment",
            "HubFigures",
            "HubHealth",
            "HubListener",
            "LimitPolicy",
            "Outlet",
            "PayloadCodec",
            "PayloadEncodingException",
            "PayloadTooLargeException",
            "PayloadType",
            "PollListener",
            "PollResult",
            "Progress",
            "PublishTimeoutException",
            "ReplayPolicy",
            "RetryPolicy",
            "Source",
            "SourceFailure",
            "StreamDefinition",
            "StreamPublisher",
            "Subscription",
            "SubscriptionGuard",
            "SubscriptionRequest",
            "Timer",
            "TopicAddress",
            "TopicDefinition",
            "TopicHandle",
            "TopicLimitException",
            "Variable");
  }
}
