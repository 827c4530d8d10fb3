package dev.kycport.tck.provider;

/** What can be wrong with {@link ExampleHttpCalls}, and which contract test says so. */
enum ExampleDefect {
    NONE(Object.class, ""),
    COMPARES_THE_BASE_URL_WITH_CASE(VendorAddressContract.class, "the_scheme_of_the_base_url_has_no_case"),
    COMPARES_AN_OFFER_WITH_CASE(VendorAddressContract.class, "the_scheme_of_an_offer_has_no_case"),
    FOLLOWS_A_LINK(VendorAddressContract.class, "no_link_in_a_reply_is_followed"),
    FETCHES_ITS_TOKEN_ELSEWHERE(VendorAddressContract.class, "every_request_goes_to_the_base_url"),
    REPORTS_TO_ANOTHER_HOST(VendorAddressContract.class, "every_request_goes_to_the_base_url"),
    KEEPS_THE_LAST_NUMBER(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    KEEPS_THE_LAST_CODE(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    KEEPS_THE_LAST_PHOTO(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    KEEPS_THE_LAST_REPLY(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    KEEPS_PEOPLE_IN_A_STATIC_CACHE(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    SHOWS_ITS_TOKEN(PersonalDataContract.class, "nothing_of_a_person_is_kept_after_a_call"),
    LOGS_THE_NAME(PersonalDataContract.class, "no_log_line_names_a_person_or_holds_a_token"),
    LOGS_THE_BIRTH_DATE(PersonalDataContract.class, "no_log_line_names_a_person_or_holds_a_token"),
    PRINTS_THE_ADDRESS(PersonalDataContract.class, "no_log_line_names_a_person_or_holds_a_token"),
    LOGS_ITS_TOKEN(PersonalDataContract.class, "no_log_line_names_a_person_or_holds_a_token"),
    FINDS_SENT_IN_ANY_TEXT(
            NearMissContract.class, "an_undocumented_code_comes_to_no_verdict_whatever_its_text_resembles"),
    FINDS_INVALID_IN_ANY_TEXT(
            NearMissContract.class, "an_undocumented_code_comes_to_no_verdict_whatever_its_text_resembles"),
    HAS_A_CLIENT_FOR_EACH_CALL(ConnectionContract.class, "calls_share_connections"),
    DECLARES_TOO_SHORT_A_TIMEOUT(ConnectionContract.class, "the_declared_call_timeout_covers_the_time_to_read"),
    SWALLOWS_AN_INTERRUPT(ConnectionContract.class, "an_interrupt_is_kept_and_is_no_verdict");

    final Class<?> contract;
    final String caughtBy;

    ExampleDefect(Class<?> contract, String caughtBy) {
        this.contract = contract;
        this.caughtBy = caughtBy;
    }
}
