import type { TurnTrace } from '../model/trace.ts';

/** One attempt to deliver an event to the program. */
export type WebhookRecord = {
  at: Date;
  oaId: string;
  userId: string;
  eventName: string;
  /** What the program will call this event: Zalo's message id, else the sha256 of the body. */
  eventId: string;
  /** 0 for the first attempt. */
  attempt: number;
  rawBody: string;
  headers: Readonly<Record<string, string>>;
  /** The HTTP status; undefined when no answer came in time. */
  status: number | undefined;
  failure: string | undefined;
  ms: number;
};

/** One request of the program to the OpenAPI or OAuth host. Tokens and secrets are left out. */
export type ApiRecord = {
  at: Date;
  oaId: string;
  userId: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  rawBody: string;
  /** The HTTP status; undefined when the request was left hanging or cut. */
  status: number | undefined;
  answer: unknown;
  ms: number;
};

const MOST_RECORDS = 1000; // of each kind

/** What went over the wire, oldest first; only the newest records are kept. */
export class SimulatorLog {
  readonly webhooks: WebhookRecord[] = [];
  readonly api: ApiRecord[] = [];
  readonly traces: TurnTrace[] = [];

  addWebhook(record: WebhookRecord): void {
    addTo(this.webhooks, record);
  }

  addApi(record: ApiRecord): void {
    addTo(this.api, record);
  }

  addTrace(trace: TurnTrace): void {
    addTo(this.traces, trace);
  }
}

function addTo<T>(records: T[], record: T): void {
  records.push(record);
  if (records.length > MOST_RECORDS) records.shift();
}
