import './search.css'
import { Modal } from 'antd'
import { useSession } from '#lib/session'
import { SearchBox } from './SearchBox.tsx'

/** People, notes, pages and actions in one box, from anywhere by Ctrl+K. */
export function SearchPalette({ pages }: { pages: readonly { path: string; name: string }[] }) {
  const { isSearchOpen, setSearchOpen } = useSession()
  const close = () => setSearchOpen(false)
  return (
    <Modal
      open={isSearchOpen}
      className="search"
      style={{ top: 80 }}
      width={620}
      closable={false}
      footer={null}
      destroyOnHidden
      onCancel={close}
    >
      <SearchBox pages={pages} onClose={close} />
    </Modal>
  )
}
