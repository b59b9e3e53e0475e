package dev.gatehouse.auth.login.challenge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a waiting sign-in; an address verification is answered elsewhere, so there is nothing to send here. */
@Schema(name = "ChallengeAnswer", description = "An empty object collects an approved sign-in", examples = "{}")
record AnswerRequest() {}
