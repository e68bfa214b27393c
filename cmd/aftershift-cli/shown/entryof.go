package shown

import "aftershift/internal/app"

// OverviewOf returns what a list prints of an entry.
func OverviewOf(o app.Overview) Overview {
	return Overview{
		ID: o.ID, Title: o.Title, Date: string(o.Date), Written: o.Written, Updated: o.Updated,
		Themes: words(o.Themes), marks: marks{o.Hit, o.Carrying}, Flag: string(o.Flag), Share: shareOf(o.Share),
		CaseRecord: CaseRecord{Belongs: o.CaseRecord.Belongs, Done: o.CaseRecord.Done, Note: o.CaseRecord.Note},
		Excerpt:    o.Excerpt, Enough: o.Enough, Again: string(o.Again), Revision: o.Revision, Trashed: o.Trashed,
	}
}

// EntryOf returns an entry as it is printed.
func EntryOf(e app.Entry) Entry {
	return Entry{
		ID: e.ID, Title: e.Title, Template: string(e.Template),
		Sections: each(e.Sections, func(s app.Section) Section { return Section{Key: s.Key, Text: s.Text, From: s.From} }),
		Date:     string(e.Date), Written: e.Written, Updated: e.Updated, Themes: words(e.Themes),
		Impact: impactOf(e.Impact), Flag: string(e.Flag), Share: shareOf(e.Share),
		CaseRecord: CaseRecord{Belongs: e.CaseRecord.Belongs, Done: e.CaseRecord.Done, Note: e.CaseRecord.Note},
		Enough:     e.Enough, Again: string(e.Again), Links: e.Links, Graphic: e.Graphic,
		Revision: e.Revision, Trashed: e.Trashed,
	}
}

func shareOf(s app.Share) Share {
	return Share{Title: s.Title, Words: s.Words, Want: s.Want, Minutes: s.Minutes, WhoKnows: s.WhoKnows}
}

func impactOf(i app.Impact) Impact {
	shown := Impact{
		marks: marks{i.Hit, i.Carrying}, Feelings: words(i.Feelings), Body: i.Body, Kinds: words(i.Kinds), Need: string(i.Need),
		Rated:   string(i.Rated),
		Earlier: some(i.Earlier, func(r app.Rating) Rating { return Rating{string(r.On), r.Carrying} }),
	}
	if a := i.Affect; a != nil {
		shown.Affect = &Affect{Valence: a.Valence, Energy: a.Energy}
	}
	return shown
}

// App returns the entry as the journal has it. It judges nothing: whoever takes
// it validates it.
func (e Entry) App() app.Entry {
	is := app.Entry{ID: e.ID, Title: e.Title, Written: e.Written, Updated: e.Updated, Revision: e.Revision, Trashed: e.Trashed}
	is.Sections = some(e.Sections, func(s Section) app.Section { return app.Section{Key: s.Key, Text: s.Text, From: s.From} })
	set(&is.Template, e.Template)
	set(&is.Date, e.Date)
	set(&is.Flag, e.Flag)
	set(&is.Again, e.Again)
	is.Enough, is.Links, is.Graphic = e.Enough, e.Links, e.Graphic
	setAll(&is.Themes, e.Themes)
	e.Impact.put(&is.Impact)
	is.Share = app.Share{Title: e.Share.Title, Words: e.Share.Words, Want: e.Share.Want, Minutes: e.Share.Minutes, WhoKnows: e.Share.WhoKnows}
	is.CaseRecord.Belongs, is.CaseRecord.Done, is.CaseRecord.Note = e.CaseRecord.Belongs, e.CaseRecord.Done, e.CaseRecord.Note
	return is
}

// put writes i into an impact that is still empty: feelings and kinds are added to
// those that it holds.
func (i Impact) put(into *app.Impact) {
	into.Hit, into.Carrying, into.Body = i.Hit, i.Carrying, i.Body
	set(&into.Need, i.Need)
	setAll(&into.Feelings, i.Feelings)
	setAll(&into.Kinds, i.Kinds)
	set(&into.Rated, i.Rated)
	into.Earlier = some(i.Earlier, func(r Rating) app.Rating {
		is := app.Rating{Carrying: r.Carrying}
		set(&is.On, r.On)
		return is
	})
	if a := i.Affect; a != nil {
		into.Affect = &app.Affect{Valence: a.Valence, Energy: a.Energy}
	}
}
