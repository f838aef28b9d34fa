import type { Statistics } from '../demo/statistics-table.js';

/** What the service calls the provinces of `provinces.json`. */
export const chineseNames: Readonly<Record<string, string>> = {
  Anhui: '安徽',
  Beijing: '北京',
  Chongqing: '重庆',
  Fujian: '福建',
  Guangdong: '广东',
  Hebei: '河北',
  Henan: '河南',
  Hubei: '湖北',
  Hunan: '湖南',
  Jiangsu: '江苏',
  Liaoning: '辽宁',
  Shaanxi: '陕西',
  Shandong: '山东',
  Shanghai: '上海',
  Sichuan: '四川',
  Zhejiang: '浙江',
};

/** Statistics by the names that the service gives, and the function's for those it has none for. */
export function inChinese(statistics: Statistics): Statistics {
  return new Map([...statistics].map(([province, statistic]) => [chineseNames[province] ?? 'UnKnow', statistic]));
}
