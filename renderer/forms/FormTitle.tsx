type Props = { school: string; title: string; about?: string }

/** School, name of the form, and one line about it. */
export function FormTitle({ school, title, about }: Props) {
  return (
    <header className="paper-form-title" data-keep="">
      <div className="paper-school">{school}</div>
      <h1>{title}</h1>
      {about && <div className="paper-about">{about}</div>}
    </header>
  )
}
