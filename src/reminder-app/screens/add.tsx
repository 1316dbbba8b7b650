// Adding a calendar, by search or by a link.

import { useApp } from './app.ts'
import { Find, OpenLink } from './find.tsx'
import { go } from './navigation.ts'
import { Title } from './parts.tsx'

export function AddScreen({ link }: { link: string | null }) {
  const { words, state, say } = useApp()
  const opened = () => {
    go('#/')
    setTimeout(() => say({ text: words.add.opened }))
  }
  const byLink = (
    <section>
      <h2>{words.add.link}</h2>
      <OpenLink link={link ?? ''} onOpened={opened} />
    </section>
  )
  return (
    <>
      <Title text={words.add.title} />
      {link && byLink}
      <Find />
      {!link && byLink}
      {state.subscription === 'here' && (
        <p>
          <a class="button second" href="#/">
            {words.add.done}
          </a>
        </p>
      )}
    </>
  )
}
