package dev.gatehouse.chassis.mail.queue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for mails that another replica scheduled, or claimed and did not send. */
@ApplicationScoped
class MailPollJob {
    private final MailLanes lanes;

    MailPollJob(MailLanes lanes) {
        this.lanes = lanes;
    }

    @Scheduled(every = "${gatehouse.mail.queue.poll-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        lanes.wake();
    }
}
