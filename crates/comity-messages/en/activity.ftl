# Acts, offices, agreements and visits over time.
