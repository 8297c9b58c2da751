package io.thaw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages and the arrows between them, as the README's map shows them. */
@AnalyzeClasses(packages = "io.thaw", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] BELOW_JOB = {"network", "dataset", "catalogue", "evaluation"};

  private static String[] and(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static final String[] BELOW_TUNING = and(BELOW_JOB, "job", "engine");
  private static final String[] BELOW_CLI = and(BELOW_JOB, "job", "run", "worker");

  @ArchTest
  static final ArchRule eachPackageUsesOnlyThoseBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("network")
          .definedBy("io.thaw.network..")
          .layer("dataset")
          .definedBy("io.thaw.dataset..")
          .layer("catalogue")
          .definedBy("io.thaw.catalogue..")
          .layer("evaluation")
          .definedBy("io.thaw.evaluation..")
          .layer("job")
          .definedBy("io.thaw.job..")
          .layer("engine")
          .definedBy("io.thaw.engine..")
          .layer("tuning")
          .definedBy("io.thaw.tuning..")
          .layer("export")
          .definedBy("io.thaw.export..")
          .layer("run")
          .definedBy("io.thaw.run..")
          .layer("cli")
          .definedBy("io.thaw.cli..")
          .layer("worker")
          .definedBy("io.thaw.worker..")
          .layer("project")
          .definedBy("io.thaw.project..")
          .layer("ui")
          .definedBy("io.thaw.ui..")
          .layer("launcher")
          .definedBy("io.thaw")
          .whereLayer("network")
          .mayNotAccessAnyLayer()
          .whereLayer("dataset")
          .mayNotAccessAnyLayer()
          .whereLayer("evaluation")
          .mayNotAccessAnyLayer()
          .whereLayer("catalogue")
          .mayOnlyAccessLayers("network")
          .whereLayer("job")
          .mayOnlyAccessLayers(BELOW_JOB)
          .whereLayer("engine")
          .mayOnlyAccessLayers("network", "dataset", "catalogue")
          .whereLayer("tuning")
          .mayOnlyAccessLayers(BELOW_TUNING)
          .whereLayer("export")
          .mayOnlyAccessLayers(BELOW_TUNING)
          .whereLayer("run")
          .mayOnlyAccessLayers(and(BELOW_TUNING, "tuning", "export"))
          .whereLayer("cli")
          .mayOnlyAccessLayers(BELOW_CLI)
          .whereLayer("worker")
          .mayOnlyAccessLayers("job")
          .whereLayer("project")
          .mayOnlyAccessLayers("job")
          .whereLayer("ui")
          .mayOnlyAccessLayers(and(BELOW_JOB, "job", "worker", "project"))
          .whereLayer("launcher")
          .mayOnlyAccessLayers("cli", "ui", "job");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.thaw.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule screensHaveNoCycles =
      slices().matching("io.thaw.ui.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nativeEnginesStayInTheWorker =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.thaw.engine..", "io.thaw.tuning..", "io.thaw.export..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule javaFxIsForTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.thaw.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..");

  @ArchTest
  static final ArchRule screenModelsHoldPropertiesOnly =
      noClasses()
          .that()
          .resideInAPackage("io.thaw.ui..")
          .and()
          .haveSimpleNameEndingWith("Model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..");

  @ArchTest
  static final ArchRule oneDoorOntoTheFxThread =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.thaw.ui.common..")
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

  @ArchTest
  static final ArchRule processesAreStartedByTheWorkerPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.thaw.worker..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class);

  @ArchTest
  static final ArchRule onlyTheLauncherEndsTheProgram =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.thaw.Launcher")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .orShould()
          .callMethod(javafx.application.Platform.class, "exit");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.thaw.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theLauncherIsNoApplication =
      classes()
          .that()
          .haveFullyQualifiedName("io.thaw.Launcher")
          .should()
          .notBeAssignableTo(javafx.application.Application.class);
}
