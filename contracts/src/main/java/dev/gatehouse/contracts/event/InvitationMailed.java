package dev.gatehouse.contracts.event;

import java.util.UUID;

/**
 * {@code invitation.mailed}: An invitation was handed to the mail server, or could not be (a failure, with the reason).
 */
public record InvitationMailed(UUID invitationId) implements EventData {}
