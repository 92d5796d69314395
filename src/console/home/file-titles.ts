import type { OfficerVisit } from '../frame/route.ts';

/** What a knowledge file is, in the words of staff: "Thủ tục: Đăng ký kết hôn" rather than its path. */
export function titleOfFile({ services, commune }: OfficerVisit, file: string): string {
  const { procedures, answers } = services.knowledge();
  const [, id = ''] = /([^/]+)\.json$/.exec(file) ?? [];
  const code = id.slice(0, CODE_LENGTH);
  const procedure = commune.procedures.get(code) ?? procedures.get(code);
  const written = [...commune.answers, ...answers].find((one) => one.id === id);
  const named = [procedure?.shortName, written?.title, planTitle(commune.plans, id)];
  const [, kind = 'Tệp kiến thức'] = KINDS.find(([path]) => path.test(file)) ?? [];
  const name = named.find((one) => one !== undefined) ?? (/^\d{4}$/.test(id) ? `năm ${id}` : '');
  return name === '' ? kind : `${kind}: ${name}`;
}

const CODE_LENGTH = '1.001193'.length;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/overrides\//, 'Phần xã, tỉnh làm khác'],
  [/^communes\/[^/]+\/procedures\//, 'Thủ tục riêng của xã'],
  [/(?:^|\/)procedures\//, 'Thủ tục'],
  [/^communes\/[^/]+\/answers\//, 'Câu trả lời của xã'],
  [/(?:^|\/)answers\//, 'Câu trả lời'],
  [/\/plans\//, 'Kế hoạch'],
  [/\/commune\.json$/, 'Thông tin của xã'],
  [/\/feedback\.json$/, 'Cách xã xử lý phản ánh'],
  [/^calendar\/working-week/, 'Giờ làm việc trong tuần'],
  [/^calendar\//, 'Lịch nghỉ lễ'],
  [/^feedback\/limits/, 'Thời hạn xử lý phản ánh'],
  [/^feedback\/messages/, 'Tin nhắn báo người dân'],
  [/^feedback\/fields/, 'Lĩnh vực phản ánh'],
  [/^feedback\/reply/, 'Mẫu trả lời'],
  [/^feedback\//, 'Cách xử lý phản ánh'],
  [/^vocabulary\//, 'Từ vựng của bot'],
];

type Plans = OfficerVisit['commune']['plans'];

function planTitle(plans: Plans, id: string): string | undefined {
  return plans.find((plan) => plan.id === id)?.title;
}
