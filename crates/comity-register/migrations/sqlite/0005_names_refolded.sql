-- Six letters are folded otherwise than before (Ɂ, Ƹ, ẜ and their kin): the names are folded anew after this.
DELETE FROM name;
