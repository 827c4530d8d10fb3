package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Of an optional text in a wire record: some vendors write it as a whole number ({@link TextOrNumberDeserializer}). */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
public @interface TextOrNumber {}
