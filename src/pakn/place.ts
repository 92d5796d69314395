const PLACE =
  /(?<!\p{L})(?:(?:thôn|thon|xóm|xom|bản|ấp|tổ|khu phố|khu|ngõ|ngo|ngách|hẻm|đội|số nhà|đường số|quốc lộ|ql|tỉnh lộ|km)\s*\p{Lu}|(?:thôn|thon|xóm|xom|tổ|to dan pho|tổ dân phố|ngõ|ngo|ngách|hẻm|hem|đội|doi|km|khu)\s*\d|(?:trước|sau|gần|cạnh|đối diện|gan|canh|doi dien)\s+(?:cổng|nhà|trường|chợ|trạm|cầu|đình|chùa|cong|nha|truong|cho|tram|cau|ubnd|ủy ban|cây|ngã))/u;

/** Whether the words already tell where it is: a thôn, a lane, a landmark. */
export function namesPlace(content: string): boolean {
  return PLACE.test(content);
}

const NAMED =
  /(?<!\p{L})(?:thôn|xóm|bản|ấp|tổ dân phố|tổ|khu phố|khu|ngõ|ngách|hẻm|đội)\s+(?:số\s+)?(?:\d+\p{L}?|\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,3})/u;

/** The thôn or lane that the words name, as they write it: "thôn Nấm Chanh". Undefined when there is none. */
export function placeIn(content: string): string | undefined {
  return NAMED.exec(content)?.[0];
}
