// What JavaScript adds to a time: the reader's own clock beside it, where that shows another.

export const MY_TIME_SCRIPT = `'use strict'
{
  const { lang } = document.documentElement
  const mine = lang === 'ko' ? '내 시각 ' : 'your time '
  const two = (number) => String(number).padStart(2, '0')
  const tell = () => {
    for (const element of document.querySelectorAll('time[datetime*="T"]:not(.day):not(:has(.my-time))')) {
      const written = element.dateTime
      const at = new Date(written)
      if (Number.isNaN(at.getTime()) || !/(?:Z|[+-][0-9:]+)$/.test(written)) continue
      const clock = two(at.getHours()) + ':' + two(at.getMinutes())
      const day = at.getFullYear() + '-' + two(at.getMonth() + 1) + '-' + two(at.getDate())
      if (written.slice(0, 16) === day + 'T' + clock) continue
      const sameDay = written.slice(0, 10) === day
      const weekday = sameDay ? '' : at.toLocaleDateString(lang === 'ko' ? 'ko' : 'en-GB', { day: 'numeric', weekday: 'short' }) + ' '
      const small = document.createElement('small')
      small.className = 'my-time'
      small.textContent = mine + weekday + clock
      element.append(' ', small)
    }
  }
  tell()
  document.addEventListener('shown', tell)
}
`
