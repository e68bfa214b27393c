package sharing_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/supervision"
)

// planted are identifiers of every class, each with the sentence that it stands in and
// what of it must be in no file.
var planted = []struct{ class, says, secret string }{
	{"name", "I met Aaliyah Hussain at the door.", "Hussain"},
	{"name", "Aaliyah\u00a0Hus\u00adsain waited.", "Hussain"},
	{"name", "Mr Pemberton stood there.", "Pemberton"},
	{"name", "Mr\u00a0Pem\u200bberton rang twice.", "Pemberton"},
	{"name", "Siobhán O’Rourke rang.", "Rourke"},
	{"name", "Her aunt, Wioletta Kowalczyk, came.", "Kowalczyk"},
	{"name", "Dr Nkemelu wrote.", "Nkemelu"},
	{"name", "My colleague Tomasz Zielinski helped.", "Zielinski"},
	{"name", "Mrs Ferreira-Lopes waited.", "Ferreira"},
	{"name", "I spoke to Nguyễn Thi Lan.", "Nguyễn"},
	{"name", "Łukasz Wójcik was there.", "Wójcik"},
	{"name", "Jean-Baptiste Lefebvre left.", "Lefebvre"},
	{"name", "Mrs Featherstonehaugh-Cholmondeley-Marjoribanks came too.", "Cholmondeley"},
	{"phone", "The number is 0161 496 0719.", "4960719"},
	{"phone", "Ring 07700 900123 first.", "900123"},
	{"phone", "Ring +44 20 7946 0958.", "79460958"},
	{"phone", "Ring (555) 010-4477.", "0104477"},
	{"phone", "Ring 028\u00a09018\u00a00482 at night.", "90180482"},
	{"phone", "Call me on +353 1 555 0142.", "15550142"},
	{"phone", "Ring 0491 570 156 in Perth.", "0491570156"},
	{"e-mail", "Write to a.hussain@example.org.", "example.org"},
	{"e-mail", "Write to duty.desk@council.example.", "council.example"},
	{"e-mail", "Write to the.very.long.address.of.a.family.support.worker@northern.borough.example.", "northern.borough"},
	{"e-mail", "Her address is kowal_82@mail.example.", "kowal_82"},
	{"URL", "See https://files.example.net/case/77.", "files.example.net"},
	{"URL", "See www.portal.example.com/family/9981/plan-of-the-whole-year-and-everything-in-it.", "portal.example"},
	{"URL", "It is on http://social.example/@wioletta.k now.", "social.example"},
	{"IP", "IP 203.0.113.77.", "203.0.113"},
	{"IP", "The log says 2001:db8:85a3::8a2e:370:7334.", "8a2e:370"},
	{"ID", "The NHS number is 943 476 5919.", "4765919"},
	{"ID", "NI number QQ 12 34 56 C.", "123456"},
	{"ID", "The reference is CP-48213.", "48213"},
	{"ID", "SSN 078-05-1120.", "078051120"},
	{"ID", "The plate was AB12 CDE.", "B12 CDE"},
	{"ID", "His passport is 925665416.", "925665416"},
	{"ID", "The account is GB29 NWBK 6016 1331 9268 19.", "1331926819"},
	{"ID", "Sort code 60-16-13, account 31926819.", "31926819"},
	{"ID", "The court file is ZW19C00341.", "19C00341"},
	{"ID", "Hospital number: K0498812.", "0498812"},
	{"ID", "The crime reference is 42/118834/25.", "118834"},
	{"place", "They live at 14 Corran Street.", "Corran"},
	{"place", "The postcode is BS3 1AB.", "1AB"},
	{"place", "They moved to 7 Mill\u00a0Lane, SO15 2GT.", "2GT"},
	{"place", "She moved to Wolverhampton in spring.", "Wolverhampton"},
	{"place", "They come from Bratislava.", "Bratislava"},
	{"place", "Flat 9, Osprey Court, is damp.", "Osprey"},
	{"place", "The eircode is D02 X285.", "X285"},
	{"place", "We met at 4100 Alameda Avenue, Springfield, IL 62704.", "Alameda"},
	{"organisation", "She is at Oakfield Primary School.", "Oakfield"},
	{"organisation", "He goes to Larkhill Surgery.", "Larkhill"},
	{"organisation", "He works for Brindle & Sons Ltd.", "Brindle"},
	{"organisation", "They go to St Cuthbert’s Church.", "Cuthbert"},
	{"organisation", "She is on Kestrel Ward.", "Kestrel"},
	{"date", "Born on 3 March 2014.", "2014"},
	{"date", "We met on 12/05/2025.", "2025"},
	{"date", "He came on 17th August 2019.", "August2019"},
	{"date", "DOB 14.05.11.", "140511"},
	{"date", "She left on Feb 9, 2018.", "92018"},
	{"age", "Her gran is 93 years old.", "93 years"},
	{"age", "The boy, aged 13, was quiet.", "aged13"},
	{"age", "His sister is a 16-year-old.", "16year"},
	{"other", "His handle is @jay_pem_77.", "jay_pem"},
	{"other", "The car is a red Skoda, VIN TMBJJ7NE8L0123456.", "8L0123456"},
	{"other", "The device has MAC 00:1B:44:11:3A:B7.", "44113AB7"},
}

func TestPlanted_has_every_class(t *testing.T) {
	classes := map[string]int{}
	for _, p := range planted {
		classes[p.class]++
	}
	if len(planted) < 60 || len(classes) < 11 {
		t.Errorf("%d identifiers of %d classes", len(planted), len(classes))
	}
}

// A journal with identifiers of every class in every field, private and to be shared,
// with all that is private switched on: no paper for anybody, in any format, has one of
// them, as our own readers read it and as others do. Each paper comes in each format;
// with -outside for each audience, and read by more programs.
func TestDesk_planted_identifiers_leave_in_no_paper(t *testing.T) {
	d, papers := plantedJournal(t)
	folder := t.TempDir()
	var all []made
	for n, paper := range papers {
		for m, audience := range supervision.Audiences() {
			c := draftOf(t, d, app.CopyOf{Paper: paper, Audience: audience})
			c.MaskAll()
			for i, f := range app.Formats() {
				if !*outside && i != (n+m)%len(app.Formats()) {
					continue
				}
				path := filepath.Join(folder, f.FileName(fmt.Sprintf("%d-%d", n, m)))
				if _, err := d.SaveCopy(c, f, path, false); err != nil {
					t.Fatalf("%T for %s as %s: %v", paper, audience, f.Name, err)
				}
				all = append(all, made{fmt.Sprintf("%s for %s as %s", paper.Name(), audience, f.Name), path, f})
			}
		}
	}
	for _, file := range all {
		if left := plantedIn(t, file); len(left) > 0 {
			t.Errorf("%s holds %q", file.what, left)
		}
	}
	readByOthers(t, folder, all)
}

// made is a file that was saved.
type made struct {
	what, path string
	format     app.Format
}

// plantedIn gives the planted identifiers that our own reader finds in a file.
func plantedIn(t *testing.T, file made) (left []string) {
	t.Helper()
	contents := document.Contents{Text: apptest.ReadBack(t, file.format, file.path)}
	for _, p := range planted {
		if len(document.Check(contents, []string{p.secret})) > 0 && !slices.Contains(left, p.secret) {
			left = append(left, p.secret)
		}
	}
	if name := filepath.Base(file.path); len(document.Check(document.Contents{Text: name}, secrets())) > 0 {
		left = append(left, name)
	}
	return left
}

func secrets() (all []string) {
	for _, p := range planted {
		all = append(all, p.secret)
	}
	return all
}
