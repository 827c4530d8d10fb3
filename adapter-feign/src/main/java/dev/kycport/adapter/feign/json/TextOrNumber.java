package dev.kycport.adapter.feign.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks an optional text of a wire record that some vendors write as an integer ({@link TextOrNumberDeserializer}). */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(contentUsing = TextOrNumberDeserializer.class)
public @interface TextOrNumber {}
