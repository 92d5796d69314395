import type { WorkingCalendar } from '../model/calendar.ts';
import type { FeedbackPolicy, TemplateName } from '../model/feedback.ts';
import type { Officer } from '../model/officer.ts';
import type { Reporter } from '../model/report.ts';
import type { Attachment, Ticket, TicketCategory } from '../model/ticket.ts';
import type { Stage } from './urgency.ts';

/** Everything that can be done to a ticket. Texts are what a person wrote; none of them is a whole message. */
export type Act =
  | { name: 'receive' }
  | { name: 'classify'; category: TicketCategory; field: string }
  | { name: 'assign'; to: string; toName: string }
  | { name: 'start' }
  | { name: 'ask-resident'; text: string }
  /** Goes on without the resident's answer, or after one that came by phone. */
  | { name: 'resume'; reason: string }
  /** The resident adds to the report; a paused limit runs again. */
  | { name: 'add'; text: string; attachments: readonly Attachment[] }
  /** Who sent it is known now: what was a note becomes an official report. */
  | { name: 'identify'; reporter: Reporter }
  | { name: 'submit'; text: string }
  | { name: 'approve'; text: string }
  | { name: 'return'; reason: string }
  | { name: 'answer'; text: string }
  | { name: 'close' }
  | { name: 'forward'; to: string; reason: string }
  | { name: 'refuse'; reason: string }
  | { name: 'merge'; into: string }
  | { name: 'unmerge' }
  | { name: 'reopen'; reason: string }
  | { name: 'rate'; satisfied: boolean; comment?: string | undefined }
  | { name: 'publish'; matter: string; result: string }
  | { name: 'unpublish' }
  /** Lengthens the limit by working days. */
  | { name: 'extend'; days: number; reason: string }
  | { name: 'note'; text: string }
  /** An officer has phoned, and says what was said. */
  | { name: 'called'; text: string }
  | { name: 'withdraw' }
  /** The system: what the reporter of a repeated report is told of the main one. */
  | { name: 'relay'; tell: Tell }
  /** The system: a message did not arrive, somebody must phone. */
  | { name: 'call-needed'; reason: string }
  /** The system: notes once that a stage of urgency was reached. */
  | { name: 'nudge'; stage: Stage }
  /** The system: the time for keeping is over. */
  | { name: 'anonymise' };

export type ActName = Act['name'];

/** The acts in the order in which a console offers them. */
export const ACT_NAMES = [
  'receive',
  'classify',
  'assign',
  'start',
  'ask-resident',
  'resume',
  'add',
  'identify',
  'submit',
  'approve',
  'return',
  'answer',
  'forward',
  'refuse',
  'extend',
  'merge',
  'unmerge',
  'close',
  'reopen',
  'rate',
  'publish',
  'unpublish',
  'note',
  'called',
  'withdraw',
  'relay',
  'call-needed',
  'nudge',
  'anonymise',
] as const satisfies readonly ActName[];

/** What the rules need to know of an officer; `communeSlug` keeps staff to their own commune. */
export type OfficerActor = Pick<Officer, 'id' | 'name' | 'roles' | 'communeSlug'>;

/** Who wants to do it. */
export type Performer =
  ({ type: 'officer' } & OfficerActor) | { type: 'resident' } | { type: 'system' };

/** The rules on a moment: what an act is judged by. */
export type Rules = { now: Date; policy: FeedbackPolicy; calendar: WorkingCalendar };

/** What the resident is to be told: the filled sentence. The shell makes messages of it. */
export type Tell = { template: TemplateName; text: string };

/** What became of it. `reason` is Vietnamese, for the person who tried. */
export type Performed =
  { ok: true; ticket: Ticket; tell: Tell | undefined } | { ok: false; reason: string };
