import { formatDay, vietnamTime } from '../../lib/clock.ts';
import { type Html, html, type HtmlValue } from '../../lib/html.ts';
import { cleanText, type Problem } from './form.ts';
import type { Visit } from './route.ts';

export type Field = {
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  required?: boolean;
  autocomplete?: string;
};

/**
 * A form that changes something: it carries the proof that it was filled in on a page of ours. What is wrong is told
 * by our own summary, in Vietnamese, and not by the browser in whatever language it speaks.
 */
export function postForm(
  { csrfToken }: Pick<Visit, 'csrfToken'>,
  action: string,
  body: HtmlValue,
): Html {
  return html`<form method="post" action="/can-bo${action}" novalidate>
<input type="hidden" name="_csrf" value="${csrfToken}">
${body}
</form>`;
}

/** One line to type in. */
export function textField(
  field: Field & { type?: 'text' | 'password' | 'tel' | 'search' | 'number' | 'month' | 'date' },
  problems: readonly Problem[] = [],
): Html {
  const { name, type = 'text', value } = field;
  const value_ = value === undefined ? '' : html` value="${value}"`;
  return labelled(
    field,
    problems,
    html`<input id="${name}" name="${name}" type="${type}"${value_}${extras(field, problems)}>`,
  );
}

/** Several lines to type in. */
export function textArea(
  field: Field & { rows?: number },
  problems: readonly Problem[] = [],
): Html {
  const { name, value, rows = 5 } = field;
  // The line break is the parser's own: without it a text that begins with one would lose it.
  return labelled(
    field,
    problems,
    html`<textarea id="${name}" name="${name}" rows="${rows}"${extras(field, problems)}>
${value}</textarea>`,
  );
}

export type Option = { value: string; label: string };

/** A list to choose one of. */
export function select(
  field: Field & { options: readonly Option[]; empty?: string },
  problems: readonly Problem[] = [],
): Html {
  const { name, value, options, empty } = field;
  const all = empty === undefined ? options : [{ value: '', label: empty }, ...options];
  const choices = all.map(
    (one) =>
      html`<option value="${one.value}"${one.value === value && html` selected`}>${one.label}</option>`,
  );
  return labelled(
    field,
    problems,
    html`<select id="${name}" name="${name}"${extras(field, problems)}>${choices}</select>`,
  );
}

/** Boxes to tick, any number of them. */
export function checkboxes(
  {
    name,
    label,
    options,
    values,
  }: {
    name: string;
    label: string;
    options: readonly (Option & { hint?: string })[];
    values: readonly string[];
  },
  problems: readonly Problem[] = [],
): Html {
  const problem = problems.find(({ field }) => field === name);
  return html`<fieldset class="field" id="${name}"><legend>${label}</legend>
${problem !== undefined && html`<p class="error">${problem.message}</p>`}
${options.map(
  (
    one,
  ) => html`<label class="tick"><input type="checkbox" name="${name}" value="${one.value}"${values.includes(one.value) && html` checked`}>
<span>${one.label}${one.hint !== undefined && html`<br><span class="hint">${one.hint}</span>`}</span></label>`,
)}
</fieldset>`;
}

export function button(label: string, look: 'main' | 'plain' | 'danger' = 'main'): Html {
  return html`<button class="button ${look}">${label}</button>`;
}

/** What must be mended before the form can be taken, with a link to each place. Nothing when all is well. */
export function errorSummary(problems: readonly Problem[]): Html | false {
  return (
    problems.length > 0 &&
    html`<div class="summary" role="alert" tabindex="-1"><h2>Chưa gửi được</h2>
<ul>${problems.map(({ field, message }) => html`<li>${field === '' ? message : html`<a href="#${field}">${message}</a>`}</li>`)}</ul></div>`
  );
}

/** Words that a stranger wrote: shown as they are, unable to turn the direction of ours. */
export function said(text: string): Html {
  return html`<bdi class="said">${cleanText(text)}</bdi>`;
}

/** `21/11/2026 09:00`, for people; machines read the attribute. */
export function moment(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${formatMoment(at)}</time>`;
}

export function formatMoment(at: Date): string {
  const local = vietnamTime(at);
  return `${formatDay(local)} ${local.slice(11, 16)}`;
}

function labelled(field: Field, problems: readonly Problem[], control: Html): Html {
  const { name, label, hint } = field;
  const problem = problems.find((one) => one.field === name);
  return html`<div class="field${problem !== undefined && ' wrong'}">
<label for="${name}">${label}</label>
${hint !== undefined && html`<p class="hint" id="${name}-goi-y">${hint}</p>`}
${problem !== undefined && html`<p class="error" id="${name}-loi">${problem.message}</p>`}
${control}
</div>`;
}

function extras(field: Field, problems: readonly Problem[]): HtmlValue {
  const { name, hint, required = false, autocomplete } = field;
  const isWrong = problems.some((one) => one.field === name);
  const described = [hint !== undefined && `${name}-goi-y`, isWrong && `${name}-loi`].filter(
    Boolean,
  );
  return [
    required && html` required`,
    autocomplete !== undefined && html` autocomplete="${autocomplete}"`,
    isWrong && html` aria-invalid="true"`,
    described.length > 0 && html` aria-describedby="${described.join(' ')}"`,
  ];
}
