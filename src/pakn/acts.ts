import type { Attachment } from '../model/ticket.ts';

export type Act =
  | { name: 'add'; text: string; attachments: readonly Attachment[] }
  | { name: 'reopen'; reason: string }
  | { name: 'rate'; satisfied: boolean; comment?: string };
