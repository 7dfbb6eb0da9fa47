-- Names are looked up under more forms than before; all that is derived is remade after this.
DELETE FROM name;
