// What a frontend writes with the generated types; it compiles only as long as they are usable.
import type { paths } from './client';

type Login = paths['/agent/api/v1/sessions']['post'];
export const credentials: Login['requestBody']['content']['application/json'] = {
  email: 'ada@helpdesk.example',
  password: 'a long phrase of her own',
};
export type Session = Login['responses'][201]['content']['application/json'];
export const accessToken = (session: Session): string => session.accessToken;
export type Problem = Login['responses'][401]['content']['application/problem+json'];
export const title = (problem: Problem): string => problem.title;

type Events = paths['/admin/api/v1/audit/events']['get'];
export type EventFilter = NonNullable<Events['parameters']['query']>;
export const failures: EventFilter = { outcome: 'failure', from: '2026-11-01T00:00:00Z', limit: 20 };
export type EventPage = Events['responses'][200]['content']['application/json'];
export const types = (page: EventPage): string[] => page.items.map((event) => event.type);
