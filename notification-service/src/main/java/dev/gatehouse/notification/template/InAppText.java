package dev.gatehouse.notification.template;

/** What a notification says in the app, as plain text. */
public record InAppText(String title, String text) {}
