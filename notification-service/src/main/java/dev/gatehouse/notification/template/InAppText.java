package dev.gatehouse.notification.template;

/** The text of a notification in the app, as plain text. */
public record InAppText(String title, String text) {}
