package dev.kycport.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong value is one line with its path, and never the value. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("P2")
class InvalidConfigTest {

    private static final String CANARY = "canary77";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            read-timeout = canary77                 | read-timeout must be a duration such as 30s
            read-timeout = 30 canary77              | read-timeout must be a duration such as 30s
            read-timeout = 77                       | read-timeout must be a duration such as 30s
            read-timeout = "77"                     | read-timeout must be a duration such as 30s
            read-timeout = [77s]                    | read-timeout must be a duration such as 30s
            read-timeout = { canary77 = 1 }         | read-timeout must be a duration such as 30s
            read-timeout = -77s                     | read-timeout must be from 0 s to 24 h
            read-timeout = 77777d                   | read-timeout must be from 0 s to 24 h
            read-timeout = 99999999999999999977d    | read-timeout must be a duration such as 30s
            read-timeout = NaN s                    | read-timeout must be a duration such as 30s
            largest-reply = canary77                | largest-reply must be a size such as 8 MiB
            largest-reply = -77                     | largest-reply must be a size such as 8 MiB
            largest-reply = 0                       | largest-reply must be at least 1
            largest-reply = 77777777777777777777 TiB | largest-reply must be a size such as 8 MiB
            largest-reply = [77]                    | largest-reply must be a size such as 8 MiB
            calls = canary77                        | calls must be a whole number from 1
            calls = 7.7                             | calls must be a whole number from 1
            calls = "7.7"                           | calls must be a whole number from 1
            calls = -77                             | calls must be at least 1
            calls = 0                               | calls must be at least 1
            calls = 77777777777                     | calls must be a whole number from 1
            calls = true                            | calls must be a whole number from 1
            body = canary77                         | body is not a word it knows; known: form, json
            body = jsn                              | body is not a word it knows; did you mean json?
            body = [json]                           | body must be a text
            note = [canary77]                       | note must be a text
            note = { canary77 = 1 }                 | note must be a text
            base-url = canary77                     | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "http://canary77.example"    | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "https://canary77@x.example" | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "https://u:canary77@x.example" | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "http://localhost.canary77"  | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "ftp://canary77.example"     | base-url must be an https URL, or http on a loopback address, without a user in it
            base-url = "https://can ary77"          | base-url is not a URL
            base-url = "file:///canary77"           | base-url must be an https URL, or http on a loopback address, without a user in it
            client-secret = [canary77]              | client-secret must be a text
            client-secret = { canary77 = 1 }        | client-secret must be a text
            client-secret = ""                      | client-secret is empty
            client-secret = "  "                    | client-secret is empty
            client-secret = "canary77\\u000a"        | client-secret must not hold control characters
            client-secret-file = "/no/canary77"     | client-secret-file names a file that cannot be read
            client-secret-file = "\\u0000canary77"   | client-secret-file names a file that cannot be read
            client-secret-file = "/"                | client-secret-file names a file that cannot be read
            read-timout = canary77                  | read-timout is unknown; did you mean read-timeout?
            xyzzyxyzzyx = canary77                  | xyzzyxyzzyx is unknown; known: base-url, body, calls, client-id, client-id-file, client-secret, client-secret-file, connect-timeout, largest-reply, note, policy, proxy-secret, proxy-secret-file, read-timeout
            "a\\u000ab" = canary77                   | a?b is unknown; known: base-url, body, calls, client-id, client-id-file, client-secret, client-secret-file, connect-timeout, largest-reply, note, policy, proxy-secret, proxy-secret-file, read-timeout
            note = ${CANARY77}                      | note refers to something that is not set
            """)
    void a_wrong_vendor_setting_is_reported(String setting, String problem) {
        assertProblem(TestConfigs.vendor(setting), "kyc.providers.deepvue." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            policy = canary77                              | policy must be an object in braces
            policy { canary77 = 1 }                        | policy.canary77 is unknown; known: authorization, captcha, otp, session
            policy { opt { life = 1m } }                   | policy.opt is unknown; did you mean otp?
            policy { otp { lief = 77m } }                  | policy.otp.lief is unknown; did you mean life?
            policy { otp { attempts = 77 } }               | policy.otp is not safe: otp attempts must be from 1 to 5
            policy { otp { attempts = -77 } }              | policy.otp is not safe: otp attempts must be from 1 to 5
            policy { otp { attempts = canary77 } }         | policy.otp.attempts must be a whole number
            policy { otp { attempts = 2.77 } }             | policy.otp.attempts must be a whole number
            policy { otp { attempts = 77777777777 } }      | policy.otp.attempts must be a whole number
            policy { otp { life = 77h } }                  | policy.otp is not safe: otp life must be from 60 s to 900 s
            policy { otp { life = 77 } }                   | policy.otp.life must be a duration such as 10m
            policy { otp { resend-gap = 7s } }             | policy.otp is not safe: otp resend gap must be from 30 s to 600 s
            policy { otp { resends = 77 } }                | policy.otp is not safe: otp resends must be from 0 to 10
            policy { captcha { attempts = 77 } }           | policy.captcha is not safe: captcha attempts must be from 1 to 10
            policy { captcha { refreshes = 77 } }          | policy.captcha is not safe: captcha refreshes must be from 0 to 20
            policy { captcha { life = 77h } }              | policy.captcha is not safe: captcha life must be from 30 s to 1800 s
            policy { session { life = 77d } }              | policy.session is not safe: session life must be from 300 s to 86400 s
            policy { session { kept = 77d } }              | policy.session is not safe: identity kept must be from 60 s to 86400 s
            policy { session = canary77 }                  | policy.session must be an object in braces
            policy { authorization { life = 77h } }        | policy.authorization is not safe: authorization life must be from 60 s to 3600 s
            """)
    void a_wrong_policy_is_reported(String policy, String problem) {
        assertProblem(TestConfigs.kyc("providers { fake { " + policy + " } }"), "kyc.providers.fake." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            providers = canary77                    | kyc.providers must be an object in braces
            providers { fak { canary77 = 1 } }      | kyc.providers.fak is unknown; did you mean fake?; the jar of another must be on the class path (./kyc --plugin JAR)
            providers { fake = canary77 }           | kyc.providers.fake must be an object in braces
            providers { fake { send-code = canary77 } } | kyc.providers.fake.send-code must be empty or one of captcha.wrong, otp.not-sent.mobile-not-linked, otp.not-sent.number-invalid, otp.not-sent.pending, provider.blocked, provider.credentials, provider.quota, provider.refused, provider.session-lost, provider.throttled, provider.timed-out, provider.unintelligible, provider.unreachable, source.down, source.timed-out
            providers { fake { latency = 7h } }     | kyc.providers.fake.latency must be from 0 s to 300 s
            providers { deepvue { client-id = a } } | kyc.providers.deepvue.client-secret is missing; it must be a secret
            providers { deepvue { client-id = a, client-secret = b, connect-timeout = 77m } } | kyc.providers.deepvue.connect-timeout must not exceed read-timeout
            providers { fake {} }, routes = canary77 | kyc.routes must be an object in braces
            providers { fake {} }, routes { direct-otp = canary77 } | kyc.routes.direct-otp must be a list of texts
            providers { fake {} }, routes { direct-otp = [{ canary77 = 1 }] } | kyc.routes.direct-otp must be a list of texts
            providers { fake {} }, routes { direct-otp = [canary77] } | kyc.routes.direct-otp names a provider that kyc.providers does not configure; known: fake
            providers { fake {} }, routes { direct-otp = [fak] } | kyc.routes.direct-otp names a provider that kyc.providers does not configure; did you mean fake?
            providers { fake {} }, routes { direct-otp = [deepvue] } | kyc.routes.direct-otp names a provider that kyc.providers does not configure; known: fake
            providers { fake {} }, routes { direct-otp = [fake, fake] } | kyc.routes.direct-otp names a provider twice
            providers { fake {} }, routes { direct_otp = [canary77] } | kyc.routes.direct_otp is unknown; did you mean direct-otp?
            providers { deepvue { client-id = a, client-secret = b } }, routes { captcha-otp = [deepvue] } | kyc.routes.captcha-otp names deepvue, which offers only direct-otp
            sandbox-numbers = canary77              | kyc.sandbox-numbers must be a list of texts
            sandbox-numbers = ["canary77"]          | kyc.sandbox-numbers must be numbers of 12 digits, in quotation marks
            canary77 = 1                            | kyc.canary77 is unknown; known: evidence, http, maintenance, profile, providers, retention, routes, sandbox-numbers, store
            maintenance = canary77                  | kyc.maintenance must be an object in braces
            maintenance { interval = canary77 }     | kyc.maintenance.interval must be a duration such as 30s
            maintenance { interval = 77h }          | kyc.maintenance.interval must be from 1 s to 3600 s
            maintenance { interval = 0 }            | kyc.maintenance.interval must be from 1 s to 3600 s
            maintenance { intervall = 77s }         | kyc.maintenance.intervall is unknown; did you mean interval?
            upkeep { every = 77s }                  | kyc.upkeep.every was renamed to kyc.maintenance.interval
            retention { every = 77h }               | kyc.retention.every was renamed to kyc.retention.interval
            retention = canary77                    | kyc.retention must be an object in braces
            retention { live = canary77 }           | kyc.retention.live must be a duration such as 30s
            retention { live = 77s }                | kyc.retention.live must be from 86400 s to 315360000 s
            retention { archived = 7777777d }       | kyc.retention.archived must be from 86400 s to 315360000 s
            retention { interval = 77s }            | kyc.retention.interval must be from 3600 s to 2678400 s
            retention { archive = [canary77] }      | kyc.retention.archive must be a text
            retention { archive = "\\u0000canary77" } | kyc.retention.archive is not a path
            retention { liv = 77d }                 | kyc.retention.liv is unknown; did you mean live?
            http = canary77                         | kyc.http must be an object in braces
            http { port = 77777 }                   | kyc.http.port must be a whole number from 0 to 65535
            http { port = canary77 }                | kyc.http.port must be a whole number from 0 to 65535
            http { bind = "canary77 x" }            | kyc.http.bind must be an address or a host name
            http { public-url = "http://canary77.example" } | kyc.http.public-url must be an https URL, or http on a loopback address, without a query or a user in it
            http { public-url = "https://can ary77" } | kyc.http.public-url is not a URL
            http { public-url = "https://canary77.example/" } | kyc.http.public-url must not end with a slash
            http { return-urls = ["javascript:canary77"] } | kyc.http.return-urls must be an https URL, or http on a loopback address, without a query or a user in it
            http { name = "" }                      | kyc.http.name must have 1 to 60 characters
            http { logo = "\\u0000canary77" }       | kyc.http.logo is not a path
            http { link-lifetime = 77h }            | kyc.http.link-lifetime must be from 1 minute to 24 hours
            http { keys { shop { sha256 = canary77 } } } | kyc.http.keys.shop.sha256 must be the SHA-256 of a key, 64 lower-case hexadecimal digits: see kyc api-key
            http { keys { shop { scope = canary77, sha256 = "0000000000000000000000000000000000000000000000000000000000000000" } } } | kyc.http.keys.shop.scope must be session or operator
            http { keys { "a b" { } } }             | kyc.http.keys.a b must be a name of letters, digits, hyphens and underscores
            provider { fake {} }                    | kyc.provider is unknown; did you mean providers?
            """)
    void a_wrong_key_is_reported(String rest, String problem) {
        assertProblem(TestConfigs.kyc(rest), problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kyc { store { url = memory } }                           | kyc.store.url names an in-memory store, which is refused under profile = production
            kyc { store { url = lasting }, providers { fake {} } }   | kyc.providers.fake is a simulated provider and is refused under profile = production
            kyc { store { url = shared } }                           | kyc.retention.archive is missing; under profile = production a store that several nodes share needs the folder for purged sessions, outside the working directory, and in the backup
            kyc { store { url = lasting }, sandbox-numbers = ["655675523712"] } | kyc.sandbox-numbers are refused under profile = production
            kyc { store { url = memory }, profile = canary77 }       | kyc.profile must be production or development
            kyc { store { url = lasting }, profile = [canary77] }    | kyc.profile must be a text
            kyc { profile = development }                            | kyc.store.url is missing; it says where sessions and consents are kept, such as memory
            kyc { store = canary77 }                                 | kyc.store must be an object in braces
            kyc { store { url = [canary77] } }                       | kyc.store.url must be a text
            kyc { store { url = "jdbc:canary77" } }                  | kyc.store.url names a kind of store that is not on the class path
            kyc { store { url = lasting, canary77 = 1 } }            | kyc.store.canary77 is unknown; known: url
            kyc = canary77                                           | kyc must be an object in braces
            kyc { store { url = lasting } }, other { canary77 = 1 }  | other is unknown; put every key into kyc { … }
            kyc { store { url = canary77                             | the configuration is not HOCON at line 1
            canary77                                                 | the configuration is not HOCON at line 1
            kyc { store { url = ${CANARY77} } }                      | kyc.store.url refers to something that is not set
            kyc { store { url = "memory"${CANARY77} } }              | kyc.store.url refers to something that is not set
            kyc { store { url = memory }, routes { direct-otp = [${CANARY77}] } } | kyc.routes.direct-otp refers to something that is not set
            kyc { store = ${CANARY77} }                              | kyc.store refers to something that is not set
            """)
    void a_wrong_configuration_is_reported(String hocon, String problem) {
        assertProblem(hocon, problem);
    }

    @Test
    void a_broken_line_is_named_by_its_number() {
        assertProblem(
                "kyc {\n  store { url = memory }\n  note = \"canary77\n}\n",
                "the configuration is not HOCON at line 3");
    }

    @Test
    void an_empty_configuration_says_what_is_missing() {
        assertThat(problems("", Map.of())).startsWith("kyc.store.url is missing");
    }

    @Test
    void a_very_long_key_is_cut_short() {
        String problem = problems(TestConfigs.vendor("a".repeat(100_000) + " = 1"), Map.of());

        assertThat(problem).hasSizeLessThan(500).contains("aaa");
    }

    @Test
    void all_problems_are_reported_at_once() {
        KycConfigException refusal = refusal(
                "kyc { profile = nonsense, store { url = nowhere }, providers { deepvue {} }, routes { direct-otp = [x] },"
                        + " sandbox-numbers = [1] }",
                Map.of());

        assertThat(refusal.problems())
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactlyInAnyOrder(
                        "kyc.profile",
                        "kyc.providers.deepvue.client-id",
                        "kyc.providers.deepvue.client-secret",
                        "kyc.routes.direct-otp",
                        "kyc.sandbox-numbers",
                        "kyc.store.url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KYC_PROVIDERS_DEEPVUE_READ_TIMEOUT | canary77  | kyc.providers.deepvue.read-timeout must be a duration such as 30s
            KYC_PROVIDERS_DEEPVUE_BASE_URL     | canary77  | kyc.providers.deepvue.base-url must be an https URL, or http on a loopback address, without a user in it
            KYC_PROVIDERS_DEEPVUE_CLIENT_ID    | ``        | kyc.providers.deepvue.client-id is empty
            KYC_PROVIDERS_DEEPVUE_CALLS        | canary77  | kyc.providers.deepvue.calls must be a whole number from 1
            KYC_PROVIDERS_DEEPVUE_POLICY_OTP_ATTEMPTS | 77 | kyc.providers.deepvue.policy.otp is not safe: otp attempts must be from 1 to 5
            KYC_ROUTES_DIRECT_OTP              | deepvue,canary77 | kyc.routes.direct-otp names a provider that kyc.providers does not configure; known: deepvue
            KYC_PROFILE                        | canary77  | kyc.profile must be production or development
            KYC_UPKEEP_EVERY                   | 77s       | kyc.upkeep.every was renamed to kyc.maintenance.interval
            KYC_RETENTION_EVERY                | 77h       | kyc.retention.every was renamed to kyc.retention.interval
            KYC_STORE_URL                      | canary77  | kyc.store.url names a kind of store that is not on the class path
            KYC_SANDBOX_NUMBERS                | canary77  | kyc.sandbox-numbers must be numbers of 12 digits, in quotation marks
            """)
    void a_wrong_variable_is_reported(String variable, String value, String problem) {
        assertThat(problems(TestConfigs.vendor("note = x"), Map.of(variable, value)))
                .isEqualTo(problem)
                .doesNotContain(CANARY);
    }

    private static void assertProblem(String hocon, String problem) {
        KycConfigException refusal = refusal(hocon, Map.of());
        assertThat(refusal.problems()).containsExactly(problem);
        assertThat(refusal.getMessage()).isEqualTo(problem);
        assertThat(refusal.getCause()).isNull();
        if (!problem.contains(CANARY)) {
            assertThat(refusal.toString()).doesNotContain(CANARY).doesNotContain("77");
        }
    }

    private static String problems(String hocon, Map<String, String> environment) {
        return refusal(hocon, environment).getMessage();
    }

    private static KycConfigException refusal(String hocon, Map<String, String> environment) {
        return catchThrowableOfType(
                KycConfigException.class,
                () -> TestConfigs.parse(hocon, environment).createProviders(() -> Instant.EPOCH));
    }
}
