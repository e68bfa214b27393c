package people

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/lists"
)

// mergeHeight is how high the list of others is, at 100 % text.
const mergeHeight float32 = 240

// merge asks who the chosen person is as well, and makes one of both.
func (p *Page) merge() {
	who, ok := p.chosen()
	others := othersLike(who, p.presenter.state.People)
	if !ok || len(others) == 0 {
		return
	}
	t := p.words.T
	list := lists.NewRowList(lists.RowShape{ExcerptLines: 1}, p.fill)
	items := make([]lists.RowItem, len(others))
	for i, other := range others {
		items[i].ID = other.ID.String()
	}
	list.SetItems(items) // none is chosen: one key too many would make one of two people
	var d *widgets.Dialog
	take := func() {
		row, _ := list.Selected()
		i := slices.IndexFunc(others, func(o app.Person) bool { return o.ID.String() == row })
		if i >= 0 {
			d.Close()
			p.mergeInto(who, others[i])
		}
	}
	list.OnActivated = func(string) { take() }
	body := widgets.Column(look.Gap, widgets.NewSoft(t("people.merge.text", name(who))), widgets.Sized(10, mergeHeight*look.Scale(), list))
	d = widgets.ShowDialog(p.canvas(), t("people.merge.title", name(who)), body,
		widgets.NewPlain(t("people.form.cancel"), func() { d.Close() }), widgets.NewPrimary(t("people.merge.yes"), take))
	d.OnClosed(p.focus)
	draw.Focus(list)
}

// mergeInto makes one of two people, and asks first where they are not alike.
func (p *Page) mergeInto(who, into app.Person) {
	merge := func() {
		p.wanted, p.coming = into.ID, true
		p.presenter.Merge(who.ID, into.ID)
	}
	if who.Role == "" || into.Role == "" || who.Role == into.Role {
		merge()
		return
	}
	t := p.words.T
	widgets.Confirm(p.canvas(), widgets.Ask{
		Title: t("people.merge.differ", name(who), name(into)), Text: t("people.merge.differ.text", name(into)),
		Yes: t("people.merge.yes"), No: t("people.form.cancel"), Careful: true,
	}, merge)
}

// othersLike gives everybody else, those first whose name has a word of this one's.
func othersLike(who app.Person, all []app.Person) []app.Person {
	mine := strings.Fields(strings.ToLower(strings.Join(who.Forms, " ")))
	alike := func(p app.Person) int {
		theirs := strings.Fields(strings.ToLower(strings.Join(p.Forms, " ")))
		if slices.ContainsFunc(theirs, func(w string) bool { return slices.Contains(mine, w) }) {
			return 0
		}
		return 1
	}
	others := slices.DeleteFunc(slices.Clone(all), func(p app.Person) bool { return p.ID == who.ID })
	slices.SortStableFunc(others, func(a, b app.Person) int { return alike(a) - alike(b) })
	return others
}

// showMore offers what is done less often.
func (p *Page) showMore() {
	t := p.words.T
	widgets.ShowMenu(p.more,
		widgets.MenuChoice{Text: t("people.names.look"), Chosen: p.lookForNames},
		widgets.MenuChoice{Text: t("people.legend.open"), Chosen: p.openLegend},
		widgets.MenuChoice{Text: t("people.always"), Chosen: p.showAlways},
		widgets.MenuChoice{Text: t("people.helped.add"), Chosen: func() { p.askPractice(0) }})
}

// showAlways lists the words that stay in every copy, and lets copies ask about them
// again.
func (p *Page) showAlways() {
	t := p.words.T
	all := p.presenter.state.Always
	var body fyne.CanvasObject = widgets.NewSoft(t("people.always.none"))
	var d *widgets.Dialog
	buttons := []*widgets.Button{}
	var list *lists.RowList
	if len(all) > 0 {
		list = lists.NewRowList(lists.RowShape{ExcerptLines: 1}, func(words string) lists.RowContent {
			reason := ""
			for _, k := range all {
				if k.Words == words {
					reason = k.Reason
				}
			}
			return lists.RowContent{Title: words, Excerpt: reason}
		})
		items := make([]lists.RowItem, len(all))
		for i, k := range all {
			items[i].ID = k.Words
		}
		list.SetItems(items)
		list.Select(items[0].ID)
		ask := func() {
			if words, is := list.Selected(); is {
				d.Close()
				p.presenter.AskAgain(words)
			}
		}
		list.OnKey = func(_ string, key fyne.KeyName) {
			if key == fyne.KeyDelete {
				ask()
			}
		}
		body = widgets.Column(look.Gap, widgets.NewSoft(t("people.always.text")), widgets.Sized(10, mergeHeight*look.Scale(), list))
		buttons = append(buttons, widgets.NewWarm(t("people.always.ask"), ask))
	}
	buttons = append(buttons, widgets.NewPrimary(t("people.names.close"), func() { d.Close() }))
	d = widgets.ShowDialog(p.canvas(), t("people.always.title"), body, buttons...)
	d.OnClosed(p.focus)
	if list != nil {
		draw.Focus(list)
	}
}

func (p *Page) canvas() fyne.Canvas { return p.frame.Window().Canvas() }

// focus takes the keyboard back to the list.
func (p *Page) focus() {
	if p.people.Visible() {
		draw.Focus(p.rows)
	}
}
