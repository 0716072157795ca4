import './side-sheet.css'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** About whom this is, fixed above what is read. */
  who?: { name: string; facts?: string; tone?: 'plain' | 'amber' | 'red' } | null
  /** What can be done with it; the last is the next step. */
  foot?: ReactNode
  size?: number
  onClose: () => void
  children: ReactNode
}

/** A record read at the side of its list. Esc puts it back. */
export function SideSheet({ title, who, foot, size = 560, onClose, children }: Props) {
  return (
    <Drawer
      open
      size={size}
      title={title}
      className="side-sheet"
      onClose={onClose}
      footer={foot && <div className="side-sheet-foot">{foot}</div>}
    >
      {who && (
        <div className={`sheet-who sheet-who-${who.tone ?? 'plain'}`}>
          <strong>{who.name}</strong>
          {who.facts && <span>{who.facts}</span>}
        </div>
      )}
      {children}
    </Drawer>
  )
}
