// Minutes east of UTC at noon UTC on the 15th, by the tz database 2026f as Debian compiles it.

export const MONTHS = ['2011-12', '2018-01', '2024-07', '2026-01', '2026-07', '2026-12', '2027-07']

export const KNOWN: [string, number[]][] = [
  ['Africa/Casablanca', [0, 0, 60, 60, 60, 0, 0]],
  ['America/Vancouver', [-480, -480, -420, -480, -420, -420, -420]],
  ['America/Edmonton', [-420, -420, -360, -420, -360, -360, -360]],
  ['America/Winnipeg', [-360, -360, -300, -360, -300, -300, -300]],
  ['America/Havana', [-300, -300, -240, -300, -240, -240, -240]],
  ['Asia/Gaza', [120, 120, 180, 120, 180, 120, 180]],
  ['Australia/Lord_Howe', [660, 660, 630, 660, 630, 660, 630]],
  ['Europe/Dublin', [0, 0, 60, 0, 60, 0, 60]],
  ['America/Sao_Paulo', [-120, -120, -180, -180, -180, -180, -180]],
  ['Asia/Kathmandu', [345, 345, 345, 345, 345, 345, 345]],
  ['Pacific/Apia', [-600, 840, 780, 780, 780, 780, 780]],
  ['America/Asuncion', [-180, -180, -240, -180, -180, -180, -180]],
  ['Asia/Seoul', [540, 540, 540, 540, 540, 540, 540]],
]
