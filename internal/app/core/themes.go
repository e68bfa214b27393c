package core

import (
	"encoding/json"
	"errors"
	"io/fs"
	"reflect"
	"slices"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// themesKind keeps the themes that the user added or changed; the others are read
// from the program, so that a later version can mend them.
const themesKind = "themes"

func (k *known) loadThemes(l *library.Library) error {
	shipped, err := shippedThemes()
	if err != nil {
		return err
	}
	kept := journal.Themes{}
	err = l.Load(themesKind, &kept)
	if errors.Is(err, fault.NotFound) {
		err = nil
	}
	k.themes, k.shipped = shipped.With(kept), map[string]bool{}
	for _, t := range shipped {
		k.shipped[t.Name] = true
	}
	return err
}

func shippedThemes() (all journal.Themes, err error) {
	raw, err := fs.ReadFile(assets.Themes(), "themes.json")
	if err != nil {
		return nil, fault.Wrap("read themes", err)
	}
	return all, fault.As(fault.Internal, "read themes", json.Unmarshal(raw, &all))
}

// Themes gives every theme that an entry can be tagged with, and those that were
// archived or merged into another.
func (d *Desk) Themes() journal.Themes { return slices.Clone(d.known.Load().themes) }

// AddTheme gives the theme of this name, whatever its case, made and kept if there
// is none yet. It can't be undone: a theme that nothing has is in nobody's way.
// It gives fault.Invalid for a name that can't be one.
func (d *Desk) AddTheme(name string) (journal.Theme, error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	all, t, err := d.Themes().Add(name)
	if err != nil || len(all) == len(d.known.Load().themes) {
		return t, err
	}
	return t, d.keepThemes(all)
}

// RenameTheme, MoveTheme, MergeTheme and ArchiveTheme change a theme for every
// entry that has it, and no entry: an id never changes. Each can be undone. They
// give fault.NotFound for a theme that isn't there, fault.Invalid for what can't be,
// fault.Conflict for a name that another theme has, and the errors of Library.Save.
func (d *Desk) RenameTheme(id journal.ThemeID, name string) error {
	return d.changeThemes("undo.theme.rename", func(all journal.Themes) (journal.Themes, error) { return all.Rename(id, name) })
}

// MoveTheme puts a theme under another first-level theme. Kinds: those of
// RenameTheme but fault.Conflict.
func (d *Desk) MoveTheme(id, parent journal.ThemeID) error {
	return d.changeThemes("undo.theme.move", func(all journal.Themes) (journal.Themes, error) { return all.Move(id, parent) })
}

// MergeTheme makes one theme stand for another too. Kinds: those of MoveTheme.
func (d *Desk) MergeTheme(id, into journal.ThemeID) error {
	return d.changeThemes("undo.theme.merge", func(all journal.Themes) (journal.Themes, error) { return all.Merge(id, into) })
}

// ArchiveTheme offers a theme no longer, or offers it again. Entries keep it. It
// gives fault.NotFound, and the errors of Library.Save.
func (d *Desk) ArchiveTheme(id journal.ThemeID, archived bool) error {
	label := "undo.theme.archive"
	if !archived {
		label = "undo.theme.offer"
	}
	return d.changeThemes(label, func(all journal.Themes) (journal.Themes, error) { return all.Archive(id, archived) })
}

func (d *Desk) changeThemes(label string, change func(journal.Themes) (journal.Themes, error)) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	before := d.Themes()
	after, err := change(slices.Clone(before))
	if err != nil || reflect.DeepEqual(before, after) {
		return err
	}
	if err := d.keepThemes(after); err != nil {
		return err
	}
	Core{d}.Did(label, d.rethemed(after, before), d.rethemed(before, after))
	return nil
}

// rethemed gives a step from one list of themes to another. Themes that were added
// meanwhile stay.
func (d *Desk) rethemed(from, to journal.Themes) func() error {
	return func() error {
		d.saving.Lock()
		defer d.saving.Unlock()
		now := d.Themes()
		if len(now) < len(from) || !reflect.DeepEqual(now[:len(from)], from) {
			return fault.New(fault.Conflict, "undo change of themes")
		}
		return d.keepThemes(append(slices.Clone(to), now[len(from):]...))
	}
}

// keepThemes keeps all as the themes, and tells. The caller holds saving.
func (d *Desk) keepThemes(all journal.Themes) error {
	kept, err := keptThemes(all)
	if err != nil {
		return err
	}
	if err := d.library.Save(kept.Kind, kept.Value); err != nil {
		return fault.Wrap("keep themes", err)
	}
	d.haveThemes(all)
	return nil
}

// keptThemes gives what is kept of all themes: those that don't come with the program.
func keptThemes(all journal.Themes) (library.Single, error) {
	shipped, err := shippedThemes()
	if err != nil {
		return library.Single{}, err
	}
	return library.Single{Kind: themesKind, Value: all.Beyond(shipped)}, nil
}

// haveThemes makes what was kept known, and tells. The caller holds saving.
func (d *Desk) haveThemes(all journal.Themes) {
	before := d.known.Load().themes
	d.publish(func(k *known) { k.themes = all })
	d.retext(before)
	d.events.tell(Event{Kind: ThemesChanged})
}

// retext has entries found by the present names of their themes, where these were
// others before.
func (d *Desk) retext(before journal.Themes) {
	now := d.known.Load().themes
	for _, o := range d.library.Overviews() {
		if slices.Equal(namesIn(before, o.Themes), namesIn(now, o.Themes)) {
			continue
		}
		if e, err := d.library.Entry(o.ID); err == nil {
			d.texts.Put(e, namesIn(now, e.Themes))
		}
	}
}

// CompleteTheme gives up to limit themes that fit what was typed, the best first.
func (d *Desk) CompleteTheme(typed string, limit int) []journal.Theme {
	var recent []journal.ThemeID
	for _, o := range d.library.Overviews() {
		if recent = append(recent, o.Themes...); len(recent) > 20 {
			break
		}
	}
	return d.Themes().Complete(typed, recent, limit)
}

// ThemeName gives the theme's name as it is shown.
func (d *Desk) ThemeName(id journal.ThemeID) string { return d.known.Load().themes.Name(id) }

// ShipsTheme reports whether a theme of this name comes with the program.
func (d *Desk) ShipsTheme(name string) bool { return d.known.Load().shipped[name] }

// ThemeCounts gives of how many entries each theme is, those of a first-level
// theme with those of its children.
func (d *Desk) ThemeCounts() map[journal.ThemeID]int {
	all, counts := d.known.Load().themes, map[journal.ThemeID]int{}
	for _, o := range d.library.Overviews() {
		seen := map[journal.ThemeID]bool{}
		for _, id := range o.Themes {
			id = all.Resolve(id)
			seen[id], seen[all.ParentOf(id)] = true, true
		}
		for id := range seen {
			counts[id]++
		}
	}
	return counts
}

func (d *Desk) themeNames(ids []journal.ThemeID) []string {
	return namesIn(d.known.Load().themes, ids)
}

func namesIn(all journal.Themes, ids []journal.ThemeID) []string {
	names := make([]string, 0, 2*len(ids))
	for _, id := range ids {
		names = append(names, all.Name(id), all.Name(all.ParentOf(all.Resolve(id))))
	}
	return names
}
