package sharing

// Inclusion is what stays private unless it is switched on for one copy.
type Inclusion struct {
	Private bool // what was written for nobody else
	Impact  bool // what it left in the writer
}

// including is a paper that can hold what is private.
type including interface {
	Paper
	included() Inclusion
	including(i Inclusion) Paper
	offered() Inclusion
}

// Included says what of the private is switched on for the copy.
func (of CopyOf) Included() Inclusion {
	if p, can := of.Paper.(including); can {
		return p.included()
	}
	return Inclusion{}
}

// Offered says what of the private can be switched on for the copy.
func (of CopyOf) Offered() Inclusion {
	if p, can := of.Paper.(including); can {
		return p.offered()
	}
	return Inclusion{}
}

// Including gives the same copy with what is switched on in i, as far as it is
// offered.
func (of CopyOf) Including(i Inclusion) CopyOf {
	if p, can := of.Paper.(including); can {
		may := p.offered()
		of.Paper = p.including(Inclusion{i.Private && may.Private, i.Impact && may.Impact})
	}
	return of
}
