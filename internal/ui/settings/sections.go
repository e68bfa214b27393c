package settings

import (
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// keys is the section of passphrase and recovery words.
func (p *Page) keys() fyne.CanvasObject {
	t := p.t
	if p.desk.IsSample() {
		return section(t("settings.keys"), widgets.NewSmall(t("settings.keys.sample")))
	}
	return section(t("settings.keys"),
		widgets.Column(look.Gap, widgets.NewSmall(t("settings.passphrase.text")),
			widgets.Row(0, widgets.NewPlain(t("settings.passphrase"), p.frame.ChangePassphrase))),
		widgets.Column(look.Gap, widgets.NewSmall(t("settings.words.text")),
			widgets.Wrap(look.Gap,
				widgets.NewPlain(t("settings.words.check"), p.frame.CheckWords),
				widgets.NewPlain(t("settings.words.new"), p.frame.NewWords))))
}

// backups is the section that leads to the page of backups.
func (p *Page) backups() fyne.CanvasObject {
	return section(p.t("settings.backups"), widgets.NewSmall(p.t("settings.backups.text")),
		widgets.Wrap(look.Gap, widgets.NewPlain(p.t("settings.backups.open"), func() { p.frame.Open("backups", 0) }),
			widgets.NewPlain(p.t("settings.kept.open"), func() { p.frame.Open("kept", 0) })))
}

// about is the section that says what the program is and where things stand.
func (p *Page) about() fyne.CanvasObject {
	t := p.t
	fact := func(name, text string) fyne.CanvasObject {
		return widgets.Column(look.Tight, widgets.NewCaption(name), widgets.NewText(text, look.Interface, look.Ink))
	}
	return section(t("settings.about"),
		fact(t("settings.about.version"), t("settings.about.version.text", p.frame.Version())),
		fact(t("settings.about.file"), p.frame.App().Journal()),
		fact(t("settings.about.network"), t("settings.about.network.text")),
		widgets.Row(0, widgets.NewLink(t("settings.licences"), p.showLicences)))
}

// showLicences shows the terms of everything that the program contains.
func (p *Page) showLicences() {
	texts, err := licences(p.frame.App().Licences())
	if err != nil {
		p.frame.Failed(err)
		return
	}
	column := widgets.Column(look.Gap)
	for _, paragraph := range texts {
		column.Add(widgets.NewSmall(paragraph))
	}
	var d *widgets.Dialog
	room := min(p.frame.Window().Canvas().Size().Height-220, 520)
	body := widgets.Sized(0, room, container.NewVScroll(column))
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("settings.licences"), body,
		widgets.NewPrimary(p.t("settings.close"), func() { d.Close() }))
}

// licences gives the texts of all files, each headed by its path, in paragraphs.
func licences(files fs.FS) ([]string, error) {
	var texts []string
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		texts = append(texts, path)
		for _, paragraph := range strings.Split(string(raw), "\n\n") {
			if text := strings.TrimSpace(paragraph); text != "" {
				texts = append(texts, strings.Join(strings.Fields(text), " "))
			}
		}
		return nil
	})
	return texts, fault.Wrap("read licences", err)
}
