import { z } from 'zod';
import { TICKET_CATEGORIES } from '../../model/ticket.ts';
import type { Act } from '../../pakn/acts.ts';
import { type FormResult, requiredText } from '../frame/form.ts';
import type { Option } from '../frame/parts.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { TEXT_LIMIT } from '../../pakn/objections.ts';
import { colleagues } from './desk-view.ts';
import { reporterShape } from './reporter-fields.ts';
import { CATEGORY_NAMES } from './words.ts';

/** The kinds a report can be sorted into. */
export const kinds: readonly Option[] = TICKET_CATEGORIES.filter((one) => one !== 'unsorted').map(
  (value) => ({ value, label: CATEGORY_NAMES[value] }),
);

export const classifySchema = z
  .object({
    loai: z.enum(TICKET_CATEGORIES, { error: 'Chọn một loại.' }),
    'linh-vuc': requiredText('Chọn một lĩnh vực', 100),
  })
  .transform(({ loai, 'linh-vuc': field }): Act => ({ name: 'classify', category: loai, field }));

export const forwardSchema = z
  .object({
    'co-quan': requiredText('Ghi cơ quan nhận', 200),
    'noi-dung': requiredText('Ghi lý do', TEXT_LIMIT),
  })
  .transform(({ 'co-quan': to, 'noi-dung': why }): Act => ({ name: 'forward', to, reason: why }));

export const extendSchema = z
  .object({
    'so-ngay': z.coerce.number({ error: 'Ghi số ngày.' }),
    'noi-dung': requiredText('Ghi lý do', TEXT_LIMIT),
  })
  .transform(({ 'so-ngay': days, 'noi-dung': why }): Act => ({
    name: 'extend',
    days,
    reason: why,
  }));

export const mergeSchema = z
  .object({ 'gop-vao': requiredText('Ghi mã phản ánh chính', 40) })
  .transform((form): Act => ({ name: 'merge', into: form['gop-vao'].toUpperCase() }));

export const publishSchema = z
  .object({
    viec: requiredText('Ghi việc được phản ánh', TEXT_LIMIT),
    'ket-qua': requiredText('Ghi kết quả', TEXT_LIMIT),
  })
  .transform(({ viec: matter, 'ket-qua': result }): Act => ({ name: 'publish', matter, result }));

/** The colleague chosen must be one who works here today. */
export function readAssignment(form: URLSearchParams, visit: OfficerVisit): FormResult<Act> {
  const chosen = colleagues(visit).find(({ id }) => id === form.get('giao-cho'));
  if (chosen === undefined) {
    return { ok: false, problems: [{ field: 'giao-cho', message: 'Chọn người nhận việc.' }] };
  }
  return { ok: true, value: { name: 'assign', to: chosen.id, toName: chosen.name } };
}

export const identifySchema = z.object(reporterShape).transform((form): Act => ({
  name: 'identify',
  reporter: { name: form['ho-ten'], phone: form['dien-thoai'], address: form['dia-chi'] },
}));
