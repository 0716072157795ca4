/** The heading of a part of the form: 一、基本信息. */
export function BandRow({ title }: { title: string }) {
  return (
    <div className="paper-row paper-band" role="heading" aria-level={2} data-keep="">
      {title}
    </div>
  )
}
