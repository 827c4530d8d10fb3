package dev.kycport.endurance;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.kycport.endurance", importOptions = ImportOption.DoNotIncludeTests.class)
@SuppressWarnings({"MemberName", "unused"})
class PackageCycleTest {

    @ArchTest
    static final ArchRule packages_form_no_cycles = slices().matching("dev.kycport.(**)")
            .should()
            .beFreeOfCycles()
            .because("users, vendor and invariants must be readable one after another");
}
