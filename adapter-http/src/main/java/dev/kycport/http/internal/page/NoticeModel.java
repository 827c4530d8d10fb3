package dev.kycport.http.internal.page;

/** A page that has no session to show, such as for a link that is no longer valid; public for its template. */
public record NoticeModel(PageTexts texts, String base, String brand, boolean hasLogo, String heading, String text) {}
