package dev.kycport.tck.evidence;

import dev.kycport.tck.evidence.ToyVerifier.Fault;
import java.util.Set;

/** Verifiers with one fault each, and the tests of the contract that catch it. */
enum BrokenVerifiers {
    READS_FIELDS_BEFORE_CHECKING(Fault.READS_FIELDS_FIRST, "a_field_changed_into_nonsense_is_altered"),
    SWAPS_FIELDS(Fault.SWAPS_FIELDS, "a_genuine_document_is_read"),
    TRUSTS_KEY_INFO(Fault.TRUSTS_KEY_INFO, "a_signer_that_only_the_document_vouches_for_is_unknown"),
    NEEDS_KEY_INFO(Fault.NEEDS_KEY_INFO, "a_document_need_not_name_its_signer"),
    ACCEPTS_A_WRAPPED_SIGNATURE(Fault.ACCEPTS_WRAPPED, "a_wrapped_document_is_refused"),
    ACCEPTS_A_SIGNATURE_OVER_A_PART(Fault.ACCEPTS_PARTS, "a_signature_over_a_part_is_refused"),
    ACCEPTS_A_MISSING_URI(Fault.ACCEPTS_MISSING_URI, "a_signature_over_nothing_in_particular_is_refused"),
    FOLLOWS_AN_EXTERNAL_URI(Fault.FOLLOWS_EXTERNAL_URI, "a_signature_over_another_file_is_refused"),
    ACCEPTS_A_SECOND_SIGNATURE(Fault.ACCEPTS_SECOND, "a_second_signature_is_refused"),
    ACCEPTS_TRANSFORMS(Fault.ACCEPTS_TRANSFORMS, "a_transform_that_leaves_out_fields_is_refused"),
    ACCEPTS_COMMENTS(Fault.ACCEPTS_COMMENTS, "a_comment_inside_a_value_is_refused"),
    ACCEPTS_AN_UNSIGNED_DOCUMENT(Fault.ACCEPTS_UNSIGNED, "a_document_without_its_signature_is_altered"),
    FOLLOWS_A_DOCTYPE(Fault.FOLLOWS_DOCTYPE, "a_DOCTYPE_is_not_followed"),
    IGNORES_THE_CONTENT(Fault.IGNORES_CONTENT, "a_changed_field_is_altered"),
    IGNORES_THE_PHOTO(Fault.IGNORES_CONTENT, "a_changed_photo_is_altered"),
    IGNORES_THE_SIGNATURE_VALUE(Fault.IGNORES_SIGNATURE_VALUE, "a_digest_that_was_changed_along_is_altered"),
    REPORTS_ALTERED_AS_UNREADABLE(Fault.ALTERED_IS_UNREADABLE, "a_changed_field_is_altered"),
    KNOWS_ONLY_SHA_1(Fault.KNOWS_ONLY_SHA_1, "a_signature_with_SHA_256_is_genuine"),
    IGNORES_A_SIGNERS_END(Fault.IGNORES_END, "a_signer_whose_period_was_over_does_not_count"),
    IGNORES_A_SIGNERS_BEGINNING(Fault.IGNORES_BEGIN, "a_signer_whose_period_had_not_begun_does_not_count"),
    COMPARES_THE_PERIOD_WITH_TODAY(Fault.COMPARES_PERIOD_WITH_TODAY, "a_signer_that_has_ended_since_then_still_counts"),
    GIVES_NO_WORD_FOR_AN_UNKNOWN_LAYOUT(Fault.GUESSES_LAYOUT, "a_signed_document_of_another_layout_is_not_read"),
    IGNORES_THE_AGE(Fault.IGNORES_AGE, "a_document_beyond_the_accepted_age_is_too_old"),
    IGNORES_THE_FUTURE(Fault.IGNORES_FUTURE, "a_document_from_the_future_does_not_count"),
    HASHES_ONCE(Fault.HASHES_ONCE, "the_registered_contact_data_matches_and_other_does_not"),
    THROWS(Fault.THROWS, "what_is_no_document_is_unreadable"),
    COPIES_A_HUGE_INPUT(Fault.COPIES_EVERYTHING, "a_huge_input_costs_no_memory"),
    LOGS_THE_NAME(Fault.LOGS_THE_NAME, "nothing_of_the_document_is_logged_or_printed"),
    LISTS_NO_SIGNERS(Fault.LISTS_NOTHING, "every_trusted_signer_is_listed");

    final Set<Fault> faults;
    final String caughtBy;

    BrokenVerifiers(Fault fault, String caughtBy) {
        this.faults = Set.of(fault);
        this.caughtBy = caughtBy;
    }
}
