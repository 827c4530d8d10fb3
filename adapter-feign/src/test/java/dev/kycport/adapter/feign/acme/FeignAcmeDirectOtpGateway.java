package dev.kycport.adapter.feign.acme;

import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.acme.FeignAcmeApi.CheckRequest;
import dev.kycport.adapter.feign.acme.FeignAcmeApi.SendRequest;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.AcmeStatus;
import dev.kycport.adapter.feign.acme.FeignAcmeReplies.Person;
import dev.kycport.adapter.feign.json.BirthDateForm;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Acme's direct OTP: the number triggers a code; a ticket verifies it. */
record FeignAcmeDirectOtpGateway(FeignAcmeApi api, HttpCallExecutor<AcmeStatus> exchange, InstantSource time)
        implements DirectOtpGateway {

    private static final Map<Address.Part, String> ADDRESS_FIELDS =
            Arrays.stream(Address.Part.values()).collect(Collectors.toMap(Function.identity(), Address.Part::code));

    @Override
    public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
        SendRequest request = new SendRequest(number, proof.purpose().value());
        return exchange.execute(
                callContext -> api.send(callContext, request),
                FeignAcmeErrorMapping.SEND,
                reply -> RequiredFields.parse(reply.ticket(), ProviderReference::tryParse)
                        .map(SendVerdict.CodeSent::new));
    }

    @Override
    public Either<ProviderFailure, CodeVerdict> verify(ConsentProof proof, ProviderReference ticket, OtpCode code) {
        CheckRequest request = new CheckRequest(ticket.value(), code);
        return exchange.execute(
                callContext -> api.check(callContext, request),
                FeignAcmeErrorMapping.CHECK,
                reply -> RequiredFields.present(reply.person())
                        .flatMap(person -> toDraft(person, time.instant()))
                        .map(draft -> draft.toRightCode(
                                new Assurance(Flow.DIRECT_OTP, FeignAcmeProvider.ID, time.instant()))));
    }

    private static Either<UnintelligibleReason, IdentityDraft> toDraft(Person person, Instant now) {
        return IdentityDraft.parse(
                        person.name(),
                        person.born(),
                        person.gender(),
                        text -> BirthDateForm.YEAR_FIRST.parse(text, now))
                .map(draft -> draft.withAddress(IdentityFieldParsers.parseAddress(person.address(), ADDRESS_FIELDS))
                        .withPhoto(person.photo())
                        .withNumber(person.number()));
    }
}
