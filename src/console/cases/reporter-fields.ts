import type { HtmlValue } from '../../lib/html.ts';
import { optionalText, type Problem } from '../frame/form.ts';
import { textField } from '../frame/parts.ts';

/** A phone number as people write it; kept as digits. */
const phone = optionalText(30)
  .transform((text) => text?.replace(/[\s.()–-]/g, ''))
  .refine((text) => text === undefined || /^\+?\d{8,12}$/.test(text), {
    error: 'Số điện thoại gồm 8 đến 12 chữ số.',
  });

/** Who sent a report, as fields of a form. */
export const reporterShape = {
  'ho-ten': optionalText(100),
  'dien-thoai': phone,
  'dia-chi': optionalText(300),
};

/** The fields for who sent a report. */
export function reporterFields(typed: URLSearchParams, problems: readonly Problem[]): HtmlValue {
  return [
    textField({ name: 'ho-ten', label: 'Họ tên', value: typed.get('ho-ten') ?? '' }, problems),
    textField(
      {
        name: 'dien-thoai',
        label: 'Số điện thoại',
        type: 'tel',
        value: typed.get('dien-thoai') ?? '',
      },
      problems,
    ),
    textField({ name: 'dia-chi', label: 'Địa chỉ', value: typed.get('dia-chi') ?? '' }, problems),
  ];
}
