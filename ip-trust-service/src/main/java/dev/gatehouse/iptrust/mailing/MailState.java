package dev.gatehouse.iptrust.mailing;

enum MailState {
    WAITING,
    SENT,
    DROPPED,
    GIVEN_UP
}
