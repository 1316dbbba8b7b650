// Time zones as readers know them, not by their IANA names.

import type { Language } from './choose.ts'

/** Whose clock it is: a country that readers know, else the zone's own city. */
export function zoneText(zone: string, language: Language): string {
  const known = ZONES[zone]?.[language]
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return known ?? (language === 'ko' ? `${CITIES[city] ?? city} 시각` : `${city} time`)
}

const ZONES: Record<string, Record<Language, string>> = {
  __proto__: null as never,
  'Asia/Seoul': { ko: '한국 시각', en: 'Korean time' },
  'Asia/Tokyo': { ko: '일본 시각', en: 'Japanese time' },
  UTC: { ko: '협정 세계시(UTC)', en: 'UTC' },
}

/** Cities of zones, as Korean readers know them. */
const CITIES: Record<string, string> = {
  __proto__: null as never,
  Chicago: '시카고',
  'Los Angeles': '로스앤젤레스',
  Denver: '덴버',
  'Mexico City': '멕시코시티',
  'New York': '뉴욕',
  'Sao Paulo': '상파울루',
  Toronto: '토론토',
  Baku: '바쿠',
  Dubai: '두바이',
  'Kuala Lumpur': '쿠알라룸푸르',
  Qatar: '카타르',
  Riyadh: '리야드',
  Bahrain: '바레인',
  Shanghai: '상하이',
  'Hong Kong': '홍콩',
  Taipei: '타이베이',
  Singapore: '싱가포르',
  Bangkok: '방콕',
  Jakarta: '자카르타',
  Kolkata: '콜카타',
  Melbourne: '멜버른',
  Sydney: '시드니',
  Auckland: '오클랜드',
  Honolulu: '호놀룰루',
  Amsterdam: '암스테르담',
  Brussels: '브뤼셀',
  Budapest: '부다페스트',
  London: '런던',
  Lisbon: '리스본',
  Madrid: '마드리드',
  Monaco: '모나코',
  Paris: '파리',
  Berlin: '베를린',
  Rome: '로마',
  Vienna: '빈',
  Zurich: '취리히',
  Istanbul: '이스탄불',
}
