const PLACE =
  /(?<!\p{L})(?:(?:thôn|thon|xóm|xom|bản|ấp|tổ|khu phố|khu|ngõ|ngo|ngách|hẻm|đội|số nhà|đường số|quốc lộ|ql|tỉnh lộ|km)\s*\p{Lu}|(?:thôn|thon|xóm|xom|tổ|to dan pho|tổ dân phố|ngõ|ngo|ngách|hẻm|hem|đội|doi|km|khu)\s*\d|(?:trước|sau|gần|cạnh|đối diện|gan|canh|doi dien)\s+(?:cổng|nhà|trường|chợ|trạm|cầu|đình|chùa|cong|nha|truong|cho|tram|cau|ubnd|ủy ban|cây|ngã))/u;

/** Whether the words already tell where it is: a thôn, a lane, a landmark. */
export function namesPlace(content: string): boolean {
  return PLACE.test(content);
}
