import { z } from 'zod';
import type { Html, HtmlValue } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { Act } from '../../pakn/acts.ts';
import { TEXT_LIMIT } from '../../pakn/objections.ts';
import { type FormResult, type Problem, readForm, requiredText } from '../frame/form.ts';
import { textArea, textField } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** What a form is filled in for, and what was typed into it so far. */
export type Filling = {
  visit: OfficerVisit;
  ticket: Ticket;
  typed: URLSearchParams;
  problems: readonly Problem[];
};

/** How one act is asked for. Without fields, a button does it. */
export type ActForm = {
  title: string;
  button: string;
  hint?: string;
  /** Whether the ready-made replies are offered. */
  hasTemplates?: true;
  fields?: (filling: Filling) => HtmlValue;
  read: (form: URLSearchParams, visit: OfficerVisit) => FormResult<Act>;
};

/** An act that needs no words. */
export function atOnce(act: Act): ActForm['read'] {
  return () => ({ ok: true, value: act });
}

/** A form of one text. */
export function words(
  { label, hint, rows }: { label: string; hint?: string; rows?: number },
  toAct: (text: string) => Act,
): Pick<ActForm, 'fields' | 'read'> {
  const schema = z
    .object({ 'noi-dung': requiredText(`Ghi ${label.toLowerCase()}`, TEXT_LIMIT) })
    .transform((form) => toAct(form['noi-dung']));
  return {
    read: (form) => readForm(schema, form),
    fields: (filling) =>
      neededArea(filling, {
        name: 'noi-dung',
        label,
        ...(hint === undefined ? {} : { hint }),
        ...(rows === undefined ? {} : { rows }),
      }),
  };
}

/** One line that must be filled in; what was typed stays in it. */
export function neededLine(
  { typed, problems }: Filling,
  field: { name: string; label: string; type?: 'number' },
): Html {
  const value = typed.get(field.name) ?? '';
  return textField({ ...field, value, required: true }, problems);
}

/** A text that must be filled in; it begins with `start` until something was typed. */
export function neededArea(
  { typed, problems }: Filling,
  {
    start = '',
    ...field
  }: { name: string; label: string; hint?: string; rows?: number; start?: string },
): Html {
  const value = typed.get(field.name) ?? start;
  return textArea({ ...field, value, required: true }, problems);
}

/** An answer to the resident, which begins with the draft that there is. */
export function answer(
  toAct: (text: string) => Act,
): Pick<ActForm, 'fields' | 'read' | 'hasTemplates'> {
  const { read, fields } = words({ label: 'Nội dung trả lời', rows: 9 }, toAct);
  return {
    hasTemplates: true,
    read: (form, visit) => {
      const result = read(form, visit);
      if (!result.ok || !(form.get('noi-dung') ?? '').includes('[…]')) return result;
      const message = 'Mẫu còn chỗ […] chưa điền.';
      return { ok: false, problems: [{ field: 'noi-dung', message }] };
    },
    fields: (filling) => {
      const typed = new URLSearchParams(filling.typed);
      if (!typed.has('noi-dung')) typed.set('noi-dung', filling.ticket.draftAnswer ?? '');
      return fields?.({ ...filling, typed });
    },
  };
}
