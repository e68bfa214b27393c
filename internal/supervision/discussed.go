package supervision

// Discussed returns the entries of which an item came that was talked about.
func (b *Board) Discussed() map[ID]bool {
	entries := map[ID]bool{}
	for it := range each[AgendaItem](b) {
		if it.State != Discussed {
			continue
		}
		for _, entry := range it.Entries {
			entries[entry] = true
		}
	}
	return entries
}
