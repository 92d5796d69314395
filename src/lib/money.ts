/** 10000 as `10.000 đồng`. */
export function formatMoney(vnd: number): string {
  return `${String(vnd).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
